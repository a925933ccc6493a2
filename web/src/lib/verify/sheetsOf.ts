import { type Address, type Hex, hexToBytes } from "viem";
import { isActive } from "../hours/isActive.ts";
import { shiftsOf } from "../hours/shiftsOf.ts";
import type { HoursEvent } from "./Books.ts";
import { eventsNamed } from "./eventsNamed.ts";
import { timesheetPointers } from "./timesheetPointers.ts";

/** A finalised timesheet: its bytes, behind one zero byte, so that a member's number is the place of their byte. */
export type Sheet = {
  weekIndex: number;
  quarters: Uint8Array;
  /** Of each active member, and all members together, as counted from the bytes. */
  cashPerActive: bigint;
  active: number;
  shifts: number;
  at: { blockNumber: bigint; logIndex: number };
};

/** The finalised timesheets of one town, in their order. One whose bytes are nowhere is empty. */
export function sheetsOf(hours: readonly HoursEvent[], codes: ReadonlyMap<Address, Hex>): Sheet[] {
  const pointers = timesheetPointers(hours);
  return eventsNamed(hours, "TimesheetFinalised").map(({ args, blockNumber, logIndex }, i) => {
    const pointer = pointers[i]?.pointer ?? null;
    const quarters = hexToBytes((pointer === null ? undefined : codes.get(pointer)) ?? "0x");
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
