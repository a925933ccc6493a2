import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { shiftsOf, totalQuarters } from "@one-small-town/core/hours/timesheet.ts";
import { keptOr } from "../kept.ts";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";
import { readTimesheetBytes } from "./timesheetBytesQuery.ts";

/** What all members of a timesheet come to: quarters of an hour, and whole shifts of three hours. */
export type SheetTotals = { quarters: number; shifts: number };

/** `members` is about how many a timesheet has. The code of a contract never changes, so it is read once. */
export function sheetTotalsQuery(system: System, pointer: Address, members: number) {
  return queryOptions({
    queryKey: keyOf(system, "sheetTotals", pointer),
    queryFn: () =>
      keptOr(system, `sheet ${pointer}`, async () => totalsOf(await readTimesheetBytes(system, pointer, members))),
    staleTime: Infinity,
    gcTime: Infinity,
  });
}

function totalsOf(sheet: Uint8Array): SheetTotals {
  return { quarters: totalQuarters(sheet), shifts: sheet.reduce((sum, quarters) => sum + shiftsOf(quarters), 0) };
}
