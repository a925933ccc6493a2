import type { Address, Hash } from "viem";
import type { HoursEvent } from "./Books.ts";

export type Finalisation = { town: number; transactionHash: Hash; pointer: Address | null };

/**
 * Where the bytes of each finalised timesheet are, in the order of finalising: those last submitted for the town and
 * week before. Null where no submission is known.
 */
export function timesheetPointers(hours: readonly HoursEvent[]): Finalisation[] {
  const submitted = new Map<string, Address>();
  const finalised: Finalisation[] = [];
  for (const { eventName, args, transactionHash } of hours) {
    if (eventName === "TimesheetSubmitted") submitted.set(`${args.town}/${args.weekIndex}`, args.pointer);
    if (eventName !== "TimesheetFinalised") continue;
    const pointer = submitted.get(`${args.town}/${args.weekIndex}`) ?? null;
    finalised.push({ town: args.town, transactionHash, pointer });
  }
  return finalised;
}
