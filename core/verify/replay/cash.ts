import type { HoursEvent } from "../Books.ts";

/**
 * Cash of one timesheet: what came due for it, what it gave to how many, and what it says that it carried on. When a town
 * is given up all that was still to come is due at once, and goes to nobody yet.
 */
export type WeekOfCash = { due: bigint; given: bigint; active: bigint; carried: bigint };

/**
 * Plays the payments of one town again, with a plain list of what each still brings. `actives` are the members counted
 * from the bytes of each finalised timesheet, in the order of finalising.
 */
export function cashByWeek(events: readonly HoursEvent[], actives: readonly bigint[]): WeekOfCash[] {
  let undivided = 0n;
  let streams: { perWeek: bigint; weeks: number }[] = [];
  const cash: WeekOfCash[] = [];
  const counted = [...actives];
  for (const { eventName, args } of events) {
    if (eventName === "MembersFunded") {
      const { amount, weeks_: weeks } = args;
      streams.push({ perWeek: amount / BigInt(weeks), weeks });
      undivided += amount % BigInt(weeks);
    }
    if (eventName === "PoolSurrendered") {
      const due = streams.reduce((sum, { perWeek, weeks }) => sum + perWeek * BigInt(weeks), undivided);
      cash.push({ due, given: args.amount, active: 0n, carried: 0n });
      undivided = 0n;
      streams = [];
    }
    if (eventName !== "TimesheetFinalised") continue;
    const due = streams.reduce((sum, { perWeek }) => sum + perWeek, undivided);
    const active = counted.shift() ?? 0n;
    cash.push({ due, given: args.cashPerActive * active, active, carried: args.carry });
    undivided = 0n;
    streams = streams.map(({ perWeek, weeks }) => ({ perWeek, weeks: weeks - 1 })).filter(({ weeks }) => weeks > 0);
  }
  return cash;
}

/**
 * Cash for members of one town that is not with them yet. A claim counts as paid; what the currency refused came back.
 * What nobody had earned yet left the pool when the town was given up.
 */
export function owedToMembers(events: readonly HoursEvent[]): bigint {
  let owed = 0n;
  for (const { eventName, args } of events) {
    if (eventName === "MembersFunded" || eventName === "CashKept") owed += args.amount;
    if (eventName === "ContributionsClaimed") owed -= args.cash;
    if (eventName === "KeptCashPaid" || eventName === "PoolSurrendered") owed -= args.amount;
  }
  return owed;
}
