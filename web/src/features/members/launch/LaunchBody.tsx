import { useQuery } from "@tanstack/react-query";
import { zeroAddress } from "viem";
import { launchPastQuery } from "../../../chain/members/launchPastQuery.ts";
import { launchQuery } from "../../../chain/members/launchQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { usePast } from "../../../chain/past/usePast.ts";
import { officesQuery } from "../../../chain/roles/officesQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Loaded } from "../../../components/Loaded.tsx";
import { PastOffer } from "../../../components/PastOffer.tsx";
import { Unreachable } from "../../../components/Unreachable.tsx";
import { useWallet } from "../../../transactions/wallet/walletStore.ts";
import { PlanCard } from "./PlanCard.tsx";
import { StepsCard } from "./StepsCard.tsx";

/** A town's plan and the steps of its launch; who acts as its ambassador writes them down here. */
export function LaunchBody({ town }: { town: Town }) {
  const system = useSystem();
  const wallet = useWallet();
  const present = useQuery(launchQuery(system, town.id));
  const past = usePast(launchPastQuery(system, town.id));
  const offices = useQuery(officesQuery(system, wallet?.address ?? zeroAddress)).data ?? [];
  const isYours = offices.some(
    ({ kind, scope, actsFrom }) => kind === "townAmbassador" && scope === town.id && actsFrom === null,
  );
  return (
    <Loaded query={present} lines={12}>
      {(launch) => (
        <>
          <PlanCard town={town} plan={launch.plan} set={past.data?.plan ?? null} isYours={isYours} />
          <StepsCard town={town} launch={launch} past={past.data} isYours={isYours} />
          {past.isOffered && <PastOffer accept={() => void past.refetch()} />}
          {past.isError && !past.isOffered && <Unreachable retry={() => void past.refetch()} error={past.error} />}
        </>
      )}
    </Loaded>
  );
}
