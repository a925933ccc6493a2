import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { Page } from "../components/Page.tsx";
import { Loaded } from "../components/Loaded.tsx";
import { Skeleton } from "../components/Skeleton.tsx";
import { useSay } from "../content/useSay.ts";
import { hoursWords } from "../content/words/hours.ts";
import { personQuery } from "../chain/members/personQuery.ts";
import { townsQuery } from "../chain/members/townsQuery.ts";
import { useSystem } from "../chain/useSystem.ts";
import { MemberHours } from "../features/hours/MemberHours.tsx";
import { NotMember } from "../features/hours/NotMember.tsx";
import { StandingNotice } from "../features/hours/StandingNotice.tsx";
import { ConnectFirst } from "../transactions/wallet/ConnectFirst.tsx";
import { useWalletState } from "../transactions/wallet/walletStore.ts";

/** What the connected person worked, week by week, what it earned, and the button that pays it. */
export function WeeksPage() {
  const say = useSay();
  const { wallet, isRestoring } = useWalletState();
  if (wallet !== null) return <WeeksOf key={wallet.address} wallet={wallet.address} />;
  return (
    <Page title={say(hoursWords.title)}>
      {isRestoring ? (
        <Skeleton lines={4} />
      ) : (
        <ConnectFirst title={say(hoursWords.connectTitle)} help={say(hoursWords.connectHelp)} />
      )}
    </Page>
  );
}

function WeeksOf({ wallet }: { wallet: Address }) {
  const say = useSay();
  const system = useSystem();
  const person = useQuery(personQuery(system, wallet));
  const towns = useQuery(townsQuery(system));
  const town = towns.data?.find(({ id }) => id === person.data?.town) ?? null;
  if (person.data !== undefined && person.data.number > 0 && town !== null) {
    const { number } = person.data;
    const notice = <StandingNotice person={person.data} town={town} />;
    return <MemberHours town={town} member={{ town: town.id, number, wallet }} notice={notice} />;
  }
  return (
    <Page title={say(hoursWords.title)}>
      <Loaded query={person}>
        {(data) => <Loaded query={towns}>{() => <NotMember person={data} wallet={wallet} town={town} />}</Loaded>}
      </Loaded>
    </Page>
  );
}
