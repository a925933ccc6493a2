import { useQuery } from "@tanstack/react-query";
import { townDecisionsQuery } from "../../chain/decisions/townDecisionsQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Loaded } from "../../components/Loaded.tsx";
import { DeedChanges } from "../../features/profit/DeedChanges.tsx";
import { DivisionParts } from "../../features/profit/DivisionParts.tsx";
import { SpendingVotes } from "../../features/profit/SpendingVotes.tsx";

/** What a member number decides in its town; of an earlier home only what is still open to it. */
export function TownSection({ town, number, isFormer = false }: { town: Town; number: number; isFormer?: boolean }) {
  const query = useQuery(townDecisionsQuery(useSystem(), town, number));
  return (
    <Loaded query={query} lines={5}>
      {({ spendings, divisions, keptParts }) => {
        const shown = isFormer ? spendings.filter(({ vote }) => vote !== null) : spendings;
        return (
          <>
            {(!isFormer || shown.length > 0) && <SpendingVotes town={town} number={number} spendings={shown} />}
            <DivisionParts town={town} number={number} divisions={divisions} keptParts={keptParts} />
            {!isFormer && <DeedChanges town={town} />}
          </>
        );
      }}
    </Loaded>
  );
}
