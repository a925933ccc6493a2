import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../components/Loaded.tsx";
import { Unreachable } from "../../components/Unreachable.tsx";
import { useWeekHours } from "../../chain/hours/useWeekHours.ts";
import type { Week } from "../../chain/hours/readWeek.ts";
import { weeksQuery } from "../../chain/hours/weeksQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import type { TownFigures } from "../../chain/members/townFiguresQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { TownStats } from "./TownStats.tsx";
import { WeekStreet } from "./WeekStreet.tsx";

/** What a town's hours come to: its figures, and its weeks. */
export function TownHours({ town, figures }: { town: Town; figures: TownFigures }) {
  const query = useQuery(weeksQuery(useSystem(), town.id));
  return (
    <Loaded query={query} lines={24}>
      {(weeks) => <HoursOf town={town} figures={figures} all={weeks} />}
    </Loaded>
  );
}

function HoursOf({ town, figures, all }: { town: Town; figures: TownFigures; all: readonly Week[] }) {
  const { weeks, isError, refetch } = useWeekHours(all, figures.joined);
  return (
    <>
      <TownStats joined={figures.joined} weeks={weeks} />
      {isError && <Unreachable retry={() => void refetch()} />}
      <WeekStreet town={town} weeks={weeks} pending={figures.pending} openWeeks={figures.openWeeks} />
    </>
  );
}
