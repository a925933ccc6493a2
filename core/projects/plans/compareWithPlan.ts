import type { Forecast, Plan } from "./Plan.ts";
import { readYearQuarter, yearQuarterAt, yearQuarterStart } from "./yearQuarters.ts";

/** A profit that was paid in, as far as a plan asks for it: when (seconds), and whether by those who run the business. */
export type PaidProfit = { period: string; profit: bigint; at: number; isByBusiness: boolean };

/** A quarter of a year: what was foreseen (null after the forecast's end), what came in, and its accounts. */
export type QuarterRow = {
  yearQuarter: number;
  forecast: Forecast | null;
  paidIn: bigint;
  accounts: AccountsState;
  dueAt: number;
};

/** More quarters than any town will look at; it bounds what a plan of the far past could ask for. */
const MOST_ROWS = 80;

/** A plan against what came in, quarter by quarter, up to the present or the forecast's end. */
export function compareWithPlan(
  plan: Plan,
  { profits, atWork }: { profits: readonly PaidProfit[]; atWork: AtWork },
  now: number,
): QuarterRow[] {
  const { firstQuarter, accountsDueDays: dueDays, forecast } = plan;
  const isOver = atWork.until !== null && atWork.until <= now;
  const last = Math.max(firstQuarter + forecast.length - 1, isOver ? 0 : yearQuarterAt(now));
  const count = Math.min(MOST_ROWS, last - firstQuarter + 1);
  const quarters = quartersOf(profits);
  return Array.from({ length: count }, (_, i) => {
    const yearQuarter = firstQuarter + i;
    const { paidIn, givenAt } = quarters.get(yearQuarter) ?? NOTHING;
    return {
      yearQuarter,
      forecast: forecast[i] ?? null,
      paidIn,
      accounts: accountsState({ yearQuarter, dueDays, atWork, givenAt }, now),
      dueAt: accountsDueAt(yearQuarter, dueDays),
    };
  });
}

/** What came in for a quarter, and when its accounts first did (seconds); null for never. */
type Given = { paidIn: bigint; givenAt: number | null };

const NOTHING: Given = { paidIn: 0n, givenAt: null };

/**
 * Profit counts for the quarter that its period names, or else for the one in which it came in. Accounts of a quarter name
 * it, come after it has ended, and from those who run the business.
 */
function quartersOf(profits: readonly PaidProfit[]): Map<number, Given> {
  const quarters = new Map<number, Given>();
  for (const { period, profit, at, isByBusiness } of profits) {
    const named = readYearQuarter(period);
    const yearQuarter = named ?? yearQuarterAt(at);
    const { paidIn, givenAt } = quarters.get(yearQuarter) ?? NOTHING;
    const isAccounts = isByBusiness && named !== undefined && at >= yearQuarterStart(yearQuarter + 1);
    quarters.set(yearQuarter, {
      paidIn: paidIn + profit,
      givenAt: isAccounts ? Math.min(at, givenAt ?? at) : givenAt,
    });
  }
  return quarters;
}

/** Since when a business is at work, and until when; in seconds, null for not yet. */
export type AtWork = { from: number | null; until: number | null };

/**
 * Where the accounts of a quarter stand: it has not begun, it runs, the business was not at work in it, they are to come,
 * they came in time, they came late, or they should have come.
 */
export type AccountsState = "ahead" | "running" | "notAtWork" | "toCome" | "onTime" | "late" | "overdue";

type Quarter = { yearQuarter: number; dueDays: number; atWork: AtWork; givenAt: number | null };

/** @param now chain time in seconds. */
function accountsState({ yearQuarter, dueDays, atWork, givenAt }: Quarter, now: number): AccountsState {
  const [start, end] = [yearQuarterStart(yearQuarter), yearQuarterStart(yearQuarter + 1)];
  const dueAt = accountsDueAt(yearQuarter, dueDays);
  if (givenAt !== null) return givenAt < dueAt ? "onTime" : "late";
  if (now < start) return "ahead";
  if (!wasAtWork(atWork, start, end, now)) return "notAtWork";
  if (now < end) return "running";
  return now < dueAt ? "toCome" : "overdue";
}

function wasAtWork({ from, until }: AtWork, start: number, end: number, now: number): boolean {
  return from !== null && from < end && from <= now && (until === null || until > start);
}

const DAY = 86_400;

/** The second from which on accounts of a quarter are late: the day they are due ends with it, in UTC. */
export function accountsDueAt(yearQuarter: number, dueDays: number): number {
  return yearQuarterStart(yearQuarter + 1) + dueDays * DAY;
}
