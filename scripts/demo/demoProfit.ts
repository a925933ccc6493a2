import { daysOfWeek, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { accountsDueAt } from "@one-small-town/core/projects/plans/compareWithPlan.ts";
import { nameYearQuarter, yearQuarterAt, yearQuarterStart } from "@one-small-town/core/projects/plans/yearQuarters.ts";
import { depositWithAllowance } from "../operator/withAllowance.ts";
import { accountsOf } from "./demoDocuments.ts";
import { bakery } from "./demoProjects.ts";
import type { DemoBusiness, DemoSale, DemoTown, Scene } from "./DemoTown.ts";
import { ACCOUNTS_DUE_DAYS } from "./planFigures.ts";

const DAY = 86_400;
const LEAST = 50_000_000n;

type DemoProfit = { period: string; amount: bigint; weeks: number };

/** The manager of a demo business pays in a profit, with its accounts. */
export async function depositDemoProfit(
  { chain, currency, deployment }: DemoTown,
  { business, title }: DemoBusiness,
  { period, amount, weeks }: DemoProfit,
): Promise<void> {
  const { manager } = chain.officials;
  await currency.mint(manager.address, amount);
  const accounts = accountsOf(title, period, (Number(amount) / 1e6).toFixed(2));
  await depositWithAllowance(deployment, manager, { business, amount, weeks, period, accounts });
}

/** The bakery pays in what four weeks earned; the members' part lasts until the next time. */
export async function depositMonth(demo: DemoTown, sale: DemoSale, weekIndex: number): Promise<void> {
  const [monday = ""] = daysOfWeek(weekIndex);
  const period = `${nameYearQuarter(quarterOf(weekIndex))}: four weeks to ${monday}`;
  await depositDemoProfit(demo, sale, { period, amount: profitOfMonth(weekIndex), weeks: 4 });
}

/** Ten days after each quarter the bakery pays in what else it earned, with the accounts of the quarter. */
export function closeQuarters(
  demo: DemoTown,
  sale: DemoSale,
  { from, now, months }: { from: number; now: number; months: readonly number[] },
): Scene[] {
  return quartersDue(from, now).map((quarter, i) => {
    const [income, costs] = bakery.figures.forecast[i] ?? [0, 0];
    const paidIn = months
      .filter((week) => quarterOf(week) === quarter)
      .reduce((sum, week) => sum + profitOfMonth(week), 0n);
    const rest = BigInt(Math.round((income - costs) * 970_000)) - paidIn;
    const deposit = { period: `${nameYearQuarter(quarter)}: the rest`, amount: rest > LEAST ? rest : LEAST, weeks: 4 };
    return { at: endOf(quarter) + 10 * DAY, happen: () => depositDemoProfit(demo, sale, deposit) };
  });
}

function profitOfMonth(weekIndex: number): bigint {
  return 900_000_000n + BigInt(weekIndex % 97) * 3_141_593n;
}

function quarterOf(weekIndex: number): number {
  return yearQuarterAt(weekStart(weekIndex));
}

/** The quarters of a year from one moment on (seconds) whose accounts were due before another. */
function quartersDue(from: number, now: number): number[] {
  const first = yearQuarterAt(from);
  const all = Array.from({ length: yearQuarterAt(now) - first }, (_, i) => first + i);
  return all.filter((quarter) => accountsDueAt(quarter, ACCOUNTS_DUE_DAYS) <= now);
}

/** The second after a quarter. */
function endOf(yearQuarter: number): number {
  return yearQuarterStart(yearQuarter + 1);
}
