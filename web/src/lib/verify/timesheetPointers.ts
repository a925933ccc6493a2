import type { Address, Hash } from "viem";
import type { HoursEvent } from "./Books.ts";

export type Finalisation = {
  town: number;
  transactionHash: Hash;
  blockNumber: bigint;
  pointer: Address | null;
  /** That one, and those that were amended. */
  versions: readonly Address[];
};

/**
 * Where the bytes of each finalised timesheet are, in the order of finalising: those last submitted or amended for the
 * town and week before, and not rejected. Null where none are known.
 */
export function timesheetPointers(hours: readonly HoursEvent[]): Finalisation[] {
  const pending = new Map<string, Address[]>();
  const finalised: Finalisation[] = [];
  for (const { eventName, args, transactionHash, blockNumber } of hours) {
    const week = "weekIndex" in args ? `${args.town}/${args.weekIndex}` : "";
    if (eventName === "TimesheetSubmitted") pending.set(week, [args.pointer]);
    if (eventName === "TimesheetAmended") pending.set(week, [...(pending.get(week) ?? []), args.pointer]);
    if (eventName === "TimesheetRejected") pending.delete(week);
    if (eventName !== "TimesheetFinalised") continue;
    const versions = pending.get(week) ?? [];
    finalised.push({ town: args.town, transactionHash, blockNumber, pointer: versions.at(-1) ?? null, versions });
  }
  return finalised;
}
