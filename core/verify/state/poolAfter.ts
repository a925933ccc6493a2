import type { HoursEvent } from "../Books.ts";

/** A town's money for its members after all that happened. `actives`: the members who worked, timesheet by timesheet. */
export function poolAfter(hours: readonly HoursEvent[], actives: readonly number[]) {
  const pool = { undivided: 0n, carry: 0n, timesheets: 0, lastWeek: 0, running: 0n };
  const [begins, ends] = [new Map<number, bigint>(), new Map<number, bigint>()];
  for (const { eventName, args } of hours) {
    if (eventName === "MembersFunded") {
      const { amount, weeks_: weeks, firstIndex } = args;
      const perWeek = amount / BigInt(weeks);
      pool.undivided += amount;
      pool.carry += amount % BigInt(weeks);
      addTo(begins, firstIndex, perWeek);
      addTo(ends, firstIndex + weeks - 1, perWeek);
    }
    if (eventName === "PoolSurrendered") {
      Object.assign(pool, { undivided: 0n, carry: 0n, running: 0n });
      begins.clear();
      ends.clear();
    }
    if (eventName === "EmptyTimesheetFinalised") pool.lastWeek = args.weekIndex;
    if (eventName !== "TimesheetFinalised") continue;
    const index = pool.timesheets++;
    const active = actives[index] ?? 0;
    pool.running += begins.get(index) ?? 0n;
    const due = pool.carry + pool.running;
    pool.carry = active === 0 ? due : due % BigInt(active);
    pool.undivided -= due - pool.carry;
    pool.running -= ends.get(index) ?? 0n;
    pool.lastWeek = args.weekIndex;
  }
  return { ...pool, running: pool.running + (begins.get(pool.timesheets) ?? 0n) };
}

/** From which timesheet on money comes in each time, and with which it ends, by the timesheet's index. */
export function changesAfter(hours: readonly HoursEvent[]): Map<number, { starting: bigint; ending: bigint }> {
  const changes = new Map<number, { starting: bigint; ending: bigint }>();
  const at = (index: number) => {
    const change = changes.get(index) ?? { starting: 0n, ending: 0n };
    changes.set(index, change);
    return change;
  };
  let timesheets = 0;
  for (const { eventName, args } of hours) {
    if (eventName === "TimesheetFinalised") timesheets++;
    if (eventName === "MembersFunded") {
      const { amount, firstIndex, weeks_: weeks } = args;
      const perWeek = amount / BigInt(weeks);
      at(firstIndex).starting += perWeek;
      at(firstIndex + weeks - 1).ending += perWeek;
    }
    // What a town that is given up was still to get is not to come any more.
    if (eventName === "PoolSurrendered")
      for (const index of changes.keys()) if (index >= timesheets) changes.set(index, { starting: 0n, ending: 0n });
  }
  return changes;
}

function addTo(sums: Map<number, bigint>, index: number, amount: bigint): void {
  sums.set(index, (sums.get(index) ?? 0n) + amount);
}
