import type { Address, Hex } from "viem";
import { bytesOf } from "../../hex.ts";
import { isActive, shiftsOf } from "../../hours/timesheet.ts";
import { type Position, transactionOf } from "../../position.ts";
import type { HoursEvent } from "../Books.ts";
import { eventsNamed } from "../events.ts";

export type Finalisation = {
  town: number;
  /** As `transactionOf` names it. */
  transaction: string;
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
  for (const event of hours) {
    const { eventName, args, blockNumber } = event;
    const week = "weekIndex" in args ? `${args.town}/${args.weekIndex}` : "";
    if (eventName === "TimesheetSubmitted") pending.set(week, [args.pointer]);
    if (eventName === "TimesheetAmended") pending.set(week, [...(pending.get(week) ?? []), args.pointer]);
    if (eventName === "TimesheetRejected") pending.delete(week);
    if (eventName !== "TimesheetFinalised") continue;
    const versions = pending.get(week) ?? [];
    const transaction = transactionOf(event);
    finalised.push({ town: args.town, transaction, blockNumber, pointer: versions.at(-1) ?? null, versions });
  }
  return finalised;
}

/** Active members and shifts, counted from the code that holds a timesheet: one zero byte, then a byte a member. */
function countTimesheet(code: Hex): { active: bigint; shifts: bigint } {
  let active = 0;
  let shifts = 0;
  for (const quarters of bytesOf(code).subarray(1)) {
    if (isActive(quarters)) active++;
    shifts += shiftsOf(quarters);
  }
  return { active: BigInt(active), shifts: BigInt(shifts) };
}

export type Counted = Finalisation & { active: bigint; shifts: bigint };

/** Every finalised timesheet with what its bytes say. One whose bytes are nowhere counts nothing. */
export function countsOf(hours: readonly HoursEvent[], codes: ReadonlyMap<Address, Hex>): Counted[] {
  return timesheetPointers(hours).map((timesheet) => {
    const code = timesheet.pointer === null ? undefined : codes.get(timesheet.pointer);
    return { ...timesheet, ...countTimesheet(code ?? "0x") };
  });
}

/** A finalised timesheet: its bytes, behind one zero byte, so that a member's number is the index of their byte. */
export type Sheet = {
  weekIndex: number;
  quarters: Uint8Array;
  /** Of each active member, and all members together, as counted from the bytes. */
  cashPerActive: bigint;
  active: number;
  shifts: number;
  at: Position;
};

/** The finalised timesheets of one town, in their order. One whose bytes are nowhere is empty. */
export function sheetsOf(hours: readonly HoursEvent[], codes: ReadonlyMap<Address, Hex>): Sheet[] {
  const pointers = timesheetPointers(hours);
  return eventsNamed(hours, "TimesheetFinalised").map(({ args, blockNumber, logIndex }, i) => {
    const pointer = pointers[i]?.pointer ?? null;
    const quarters = bytesOf((pointer === null ? undefined : codes.get(pointer)) ?? "0x");
    const { weekIndex, cashPerActive } = args;
    return { weekIndex, quarters, cashPerActive, ...countOf(quarters), at: { blockNumber, logIndex } };
  });
}

function countOf(quarters: Uint8Array): { active: number; shifts: number } {
  let [active, shifts] = [0, 0];
  for (let number = 1; number < quarters.length; number++) {
    const own = quarters[number] ?? 0;
    if (isActive(own)) active++;
    shifts += shiftsOf(own);
  }
  return { active, shifts };
}
