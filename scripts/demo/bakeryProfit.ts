import { daysOfWeek, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { nameYearQuarter, yearQuarterAt } from "@one-small-town/core/projects/plans/yearQuarters.ts";
import { bakery } from "./demoProjects.ts";
import { endOf, quartersDue } from "./demoQuarters.ts";
import type { DemoSale, DemoTown } from "./DemoTown.ts";
import { depositDemoProfit } from "./depositDemoProfit.ts";
import type { Happening } from "./playInOrder.ts";

const DAY = 86_400;
const LEAST = 50_000_000n;

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
): Happening[] {
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
