import { isActive, shiftsOf } from "../../hours/timesheet.ts";
import { isBefore } from "../../position.ts";
import { INFINITY_PER_SHIFT } from "../../rules/Contributions.ts";
import type { HoursEvent, MemberEvent } from "../Books.ts";
import { eventsNamed } from "../events.ts";
import type { Sheet } from "./timesheets.ts";

/** What the members of one town earned and took; each list has one entry for each number, at its index. */
export type Earnings = {
  members: number;
  earned: { shifts: Uint32Array; cash: bigint[] };
  taken: { infinity: bigint[]; cash: bigint[] };
  /** How many timesheets each has been paid for, or were finalised before they joined. */
  cursors: Uint16Array;
  /** Claims that paid another amount than their weeks earned, or weeks that were paid before. */
  wrong: Set<number>;
};

/** Reckons each member's weeks from the bytes of the timesheets, and follows each claim. */
export function earningsOfMembers(
  hours: readonly HoursEvent[],
  members: readonly MemberEvent[],
  sheets: readonly Sheet[],
): Earnings {
  const joined = eventsNamed(members, "MemberAdmitted");
  const count = joined.reduce((most, { args }) => Math.max(most, args.number), 0);
  const zeros = () => Array.from({ length: count + 1 }, () => 0n);
  const cursors = new Uint16Array(count + 1);
  const wrong = new Set<number>();
  const earned = { shifts: new Uint32Array(count + 1), cash: zeros() };
  for (const { args, ...joining } of joined) {
    const from = sheets.filter(({ at }) => isBefore(at, joining)).length;
    cursors[args.number] = from;
    const own = reckon(sheets, args.number, from, sheets.length);
    earned.shifts[args.number] = own.shifts;
    earned.cash[args.number] = own.cash;
  }
  const taken = { infinity: zeros(), cash: zeros() };
  for (const { args } of eventsNamed(hours, "ContributionsClaimed")) {
    const { number, upTo, infinity, cash } = args;
    const from = cursors[number];
    const own = reckon(sheets, number, from ?? upTo, upTo);
    const isRight = from !== undefined && upTo > from && upTo <= sheets.length;
    if (!isRight || BigInt(own.shifts) * INFINITY_PER_SHIFT !== infinity || own.cash !== cash) wrong.add(number);
    if (from === undefined) continue;
    cursors[number] = Math.max(from, upTo);
    taken.infinity[number] = (taken.infinity[number] ?? 0n) + infinity;
    taken.cash[number] = (taken.cash[number] ?? 0n) + cash;
  }
  return { members: count, earned, taken, cursors, wrong };
}

function reckon(sheets: readonly Sheet[], number: number, from: number, to: number): { shifts: number; cash: bigint } {
  let [shifts, cash] = [0, 0n];
  for (let i = from; i < to; i++) {
    const sheet = sheets[i];
    const quarters = sheet?.quarters[number] ?? 0;
    if (sheet === undefined || !isActive(quarters)) continue;
    shifts += shiftsOf(quarters);
    cash += sheet.cashPerActive;
  }
  return { shifts, cash };
}
