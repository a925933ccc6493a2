import { lazy, Suspense } from "react";
import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../components/Loaded.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { townWords } from "../../content/words/towns.ts";
import { useSay } from "../../content/useSay.ts";
import type { Town } from "../../chain/members/Town.ts";
import { townFiguresQuery } from "../../chain/members/townFiguresQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { FundsCard } from "./FundsCard.tsx";
import { KeysCard } from "./KeysCard.tsx";
import { TownHours } from "./TownHours.tsx";
import { TownProjects } from "./TownProjects.tsx";
import { WaitingCard } from "./WaitingCard.tsx";

// Most towns have no indexer, and their people need not load what shows it.
const HistoryCard = lazy(() => import("./HistoryCard.tsx").then((module) => ({ default: module.HistoryCard })));

/** Everything about a town below its sign. */
export function TownBody({ town }: { town: Town }) {
  const say = useSay();
  const system = useSystem();
  const { explorer } = system.settings.network;
  const { indexer } = system.settings;
  const query = useQuery(townFiguresQuery(system, town.id));
  return (
    <Loaded query={query} lines={24}>
      {(figures) => (
        <>
          {!figures.isActive && (
            <Notice kind="warn" title={say(townWords.dormant)}>
              {say(townWords.dormantHelp)}
            </Notice>
          )}
          <TownHours town={town} figures={figures} />
          <TownProjects town={town} />
          {indexer !== undefined && (
            <Suspense fallback={<Skeleton lines={8} />}>
              <HistoryCard town={town} indexer={indexer} />
            </Suspense>
          )}
          <div className="grid items-start gap-4 md:grid-cols-2">
            <FundsCard figures={figures} unit={town.currency} />
            <KeysCard figures={figures} country={town.country} explorer={explorer} />
            <WaitingCard town={town.id} />
          </div>
        </>
      )}
    </Loaded>
  );
}
