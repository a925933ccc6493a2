import { accountsDueAt } from "./accountsDueAt.ts";
import { type AccountsState, accountsState, type AtWork } from "./accountsState.ts";
import type { Forecast, Plan } from "./Plan.ts";
import { readYearQuarter } from "./readYearQuarter.ts";
import { yearQuarterAt } from "./yearQuarterAt.ts";
import { yearQuarterStart } from "./yearQuarterStart.ts";

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
  return Array.from({ length: count }, (_, i) => {
    const yearQuarter = firstQuarter + i;
    const given = profits.filter((profit) => isAccountsOf(profit, yearQuarter)).map(({ at }) => at);
    const givenAt = given.length === 0 ? null : Math.min(...given);
    return {
      yearQuarter,
      forecast: forecast[i] ?? null,
      paidIn: sum(profits.filter((profit) => quarterOf(profit) === yearQuarter)),
      accounts: accountsState({ yearQuarter, dueDays, atWork, givenAt }, now),
      dueAt: accountsDueAt(yearQuarter, dueDays),
    };
  });
}

/** Profit counts for the quarter that its period names, or else for the one in which it came in. */
function quarterOf({ period, at }: PaidProfit): number {
  return readYearQuarter(period) ?? yearQuarterAt(at);
}

/** Accounts of a quarter name it, come after it has ended, and from those who run the business. */
function isAccountsOf({ period, at, isByBusiness }: PaidProfit, yearQuarter: number): boolean {
  return isByBusiness && readYearQuarter(period) === yearQuarter && at >= yearQuarterStart(yearQuarter + 1);
}

function sum(profits: readonly PaidProfit[]): bigint {
  return profits.reduce((total, { profit }) => total + profit, 0n);
}
