import { useQueries } from "@tanstack/react-query";
import { totalQuarters } from "@one-small-town/core/hours/timesheet.ts";
import { useSystem } from "../useSystem.ts";
import { timesheetBytesQuery } from "./timesheetBytesQuery.ts";
import type { Week } from "./weeksQuery.ts";

export type WeekHours = Week & {
  /** Quarters of an hour of all members; undefined while they are read or when they cannot be. */
  quarters: number | undefined;
};

/** Some weeks with the hours in their timesheets, each read once. */
export function useWeekHours(weeks: readonly Week[]): { weeks: WeekHours[]; isError: boolean; retry: () => void } {
  const system = useSystem();
  const sheets = useQueries({ queries: weeks.map(({ pointer }) => timesheetBytesQuery(system, pointer)) });
  return {
    weeks: weeks.map((week, i) => {
      const bytes = sheets[i]?.data;
      return { ...week, quarters: bytes && totalQuarters(bytes) };
    }),
    isError: sheets.some(({ isError }) => isError),
    retry: () => sheets.filter(({ isError }) => isError).forEach(({ refetch }) => void refetch()),
  };
}
