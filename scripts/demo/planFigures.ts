import { nameYearQuarter } from "@one-small-town/core/projects/plans/yearQuarters.ts";
import type { DemoFigures } from "./demoProjects.ts";

const CURRENCY = { symbol: "TUSD", decimals: 6 };

/** How many days after a quarter's end the demo's businesses owe their accounts. */
export const ACCOUNTS_DUE_DAYS = 28;

/** The part of a demo business's plan that programs read; see plan.schema.json. */
export function planFigures(business: string, { forecast, budget }: DemoFigures, firstQuarter: number): string {
  const figures = {
    version: 1,
    business,
    currency: CURRENCY,
    firstQuarter: nameYearQuarter(firstQuarter),
    accountsDueDays: ACCOUNTS_DUE_DAYS,
    forecast: forecast.map(([income, costs]) => ({
      income: amount(income),
      costs: amount(costs),
      profit: amount(income - costs),
    })),
    budget: budget.map(([what, dollars, tranche]) => ({ what, amount: amount(dollars), tranche })),
  };
  return `\`\`\`json\n${JSON.stringify(figures)}\n\`\`\``;
}

function amount(dollars: number): string {
  return dollars.toFixed(2);
}
