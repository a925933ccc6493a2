import type { HoursEvent } from "@one-small-town/core/verify/Books.ts";

/** A town's money for its members after all that happened. `actives`: the members who worked, timesheet by timesheet. */
export function poolAfter(hours: readonly HoursEvent[], actives: readonly number[]) {
  const pool = { carry: 0n, running: 0n, timesheets: 0, lastWorked: 0, lastActive: 0 };
  const ends = new Map<number, bigint>();
  for (const { eventName, args } of hours) {
    if (eventName === "MembersFunded") {
      const { amount, weeks_: weeks } = args;
      const [perWeek, last] = [amount / BigInt(weeks), pool.timesheets + weeks - 1];
      pool.carry += amount % BigInt(weeks);
      pool.running += perWeek;
      ends.set(last, (ends.get(last) ?? 0n) + perWeek);
    }
    if (eventName === "PoolSurrendered") {
      Object.assign(pool, { carry: 0n, running: 0n });
      ends.clear();
    }
    if (eventName !== "TimesheetFinalised") continue;
    const [due, active] = [pool.carry + pool.running, actives[pool.timesheets] ?? 0];
    pool.carry = active === 0 ? due : due % BigInt(active);
    pool.running -= ends.get(pool.timesheets++) ?? 0n;
    if (active > 0) Object.assign(pool, { lastWorked: pool.timesheets, lastActive: active });
  }
  return pool;
}
