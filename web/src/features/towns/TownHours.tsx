import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../components/Loaded.tsx";
import { Unreachable } from "../../components/Unreachable.tsx";
import { useWeekHours } from "../../chain/hours/useWeekHours.ts";
import { type Week, weeksQuery } from "../../chain/hours/weeksQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import type { TownFigures } from "../../chain/members/townFiguresQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { TownStats } from "./TownStats.tsx";
import { WeekStreet } from "./WeekStreet.tsx";

/** So many of the newest weeks are shown: half a year. */
const SHOWN = 26;

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
  const newest = all.toSorted((a, b) => a.weekIndex - b.weekIndex).slice(-SHOWN);
  const { weeks, isError, refetch } = useWeekHours(newest);
  return (
    <>
      <TownStats members={figures.members} weeks={weeks} shifts={all.reduce((sum, { shifts }) => sum + shifts, 0)} />
      {isError && <Unreachable retry={() => void refetch()} />}
      <WeekStreet weeks={weeks} unit={town.currency} pending={figures.pending} openWeeks={figures.openWeeks} />
    </>
  );
}
