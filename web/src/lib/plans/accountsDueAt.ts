import { yearQuarterStart } from "./yearQuarterStart.ts";

const DAY = 86_400;

/** The second from which on accounts of a quarter are late: the day they are due ends with it, in UTC. */
export function accountsDueAt(yearQuarter: number, dueDays: number): number {
  return yearQuarterStart(yearQuarter + 1) + dueDays * DAY;
}
