import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { Address } from "viem";
import { combined } from "../../chain/combined.ts";
import { ownCaseQuery } from "../../chain/decisions/ownCaseQuery.ts";
import { releaseDecisionsQuery } from "../../chain/decisions/releaseDecisionsQuery.ts";
import { townsQuery } from "../../chain/members/townsQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { useSay } from "../../content/useSay.ts";
import { decisionWords } from "../../content/words/decisions.ts";
import { AboutYou } from "../../features/members/AboutYou.tsx";
import { OwnRecord } from "../../features/members/OwnRecord.tsx";
import { ReleaseVotes } from "../../features/shares/votes/ReleaseVotes.tsx";
import { SendForOthers } from "./SendForOthers.tsx";
import { TownSection } from "./TownSection.tsx";

// Few people have lived elsewhere, and nobody waits for what happened long ago.
const FormerTowns = lazy(() => import("./FormerTowns.tsx").then((part) => ({ default: part.FormerTowns })));

/** What a person decides, part by part: about themselves, about their town's money, about that of their shares. */
export function Decisions({ wallet }: { wallet: Address }) {
  const say = useSay();
  const system = useSystem();
  const releases = useQuery(releaseDecisionsQuery(system, wallet));
  const read = combined([useQuery(ownCaseQuery(system, wallet)), useQuery(townsQuery(system))]);
  return (
    <Loaded query={read} lines={12}>
      {([own, towns]) => {
        const { person } = own;
        const town = towns.find(({ id }) => id === person.town);
        if (person.successor !== null) {
          return (
            <Card title={say(decisionWords.superseded)}>
              <p className="break-words">{say(decisionWords.supersededHelp(person.successor))}</p>
            </Card>
          );
        }
        return (
          <>
            <AboutYou own={own} />
            {town !== undefined && person.number > 0 && <TownSection town={town} number={person.number} />}
            <Suspense>
              <FormerTowns wallet={wallet} towns={towns} />
            </Suspense>
            <Loaded query={releases} lines={5}>
              {(decisions) => <ReleaseVotes decisions={decisions} />}
            </Loaded>
            <OwnRecord own={own} towns={towns} />
            <SendForOthers />
          </>
        );
      }}
    </Loaded>
  );
}
