import { useQueries } from "@tanstack/react-query";
import { combined, type Read } from "../combined.ts";
import { useSystem } from "../useSystem.ts";
import type { Week } from "./readWeek.ts";
import { type SheetTotals, sheetTotalsQuery } from "./sheetTotalsQuery.ts";

export type WeekHours = Week & {
  /** What all members worked; undefined while it is read or when it cannot be. */
  totals: SheetTotals | undefined;
};

/** Some weeks with the hours in their timesheets, each read once: they are there before all hours are. */
export function useWeekHours(
  weeks: readonly Week[],
  members: number,
): { weeks: WeekHours[] } & Omit<Read<unknown>, "data"> {
  const system = useSystem();
  const sheets = useQueries({ queries: weeks.map(({ pointer }) => sheetTotalsQuery(system, pointer, members)) });
  const { isError, refetch } = combined(sheets);
  return { weeks: weeks.map((week, i) => ({ ...week, totals: sheets[i]?.data })), isError, refetch };
}
