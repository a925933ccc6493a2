import { useQueries } from "@tanstack/react-query";
import { totalQuarters } from "@one-small-town/core/hours/timesheet.ts";
import { combined, type Read } from "../combined.ts";
import { useSystem } from "../useSystem.ts";
import { timesheetBytesQuery } from "./timesheetBytesQuery.ts";
import type { Week } from "./weeksQuery.ts";

export type WeekHours = Week & {
  /** Quarters of an hour of all members; undefined while they are read or when they cannot be. */
  quarters: number | undefined;
};

/** Some weeks with the hours in their timesheets, each read once: they are there before all hours are. */
export function useWeekHours(weeks: readonly Week[]): { weeks: WeekHours[] } & Omit<Read<unknown>, "data"> {
  const system = useSystem();
  const sheets = useQueries({ queries: weeks.map(({ pointer }) => timesheetBytesQuery(system, pointer)) });
  const { isError, refetch } = combined(sheets);
  const quartersOf = (bytes: Uint8Array | undefined) => bytes && totalQuarters(bytes);
  return { weeks: weeks.map((week, i) => ({ ...week, quarters: quartersOf(sheets[i]?.data) })), isError, refetch };
}
