import { parseAmount } from "../../money/amounts.ts";
import { plainText } from "../../plainText.ts";
import { checkSchema, type Schema } from "./checkSchema.ts";
import schema from "./plan.schema.json" with { type: "json" };
import type { Forecast, Plan, PlanFault } from "./Plan.ts";
import { readYearQuarter } from "./yearQuarters.ts";

/** As the schema has it. */
type Written = {
  business: string;
  currency: Currency;
  firstQuarter: string;
  accountsDueDays: number;
  forecast: { income: string; costs: string; profit: string }[];
  budget: { what: string; amount: string; tranche: number }[];
};

type Currency = { symbol: string; decimals: number };
type Reading = { plan: Plan } | { faults: PlanFault[] };

/** Reads the figures of a plan's text, in the currency of its town, or says what is wrong with them. */
export function readPlan(text: string, currency: Currency): Reading {
  const found = findFigures(text);
  if ("fault" in found) return { faults: [found.fault] };
  const faults = checkSchema(found.figures, schema as Schema);
  if (faults.length > 0) return { faults };

  const written = found.figures as Written;
  const unfit = [...checkCurrency(written.currency, currency), ...checkAmounts(written, currency.decimals)];
  return unfit.length > 0 ? { faults: unfit } : { plan: planOf(written, currency.decimals) };
}

function checkCurrency(written: Currency, { symbol, decimals }: Currency): PlanFault[] {
  if (plainText(written.symbol) === symbol && written.decimals === decimals) return [];
  return [{ kind: "otherCurrency", at: "currency", wanted: `${symbol}, ${decimals}` }];
}

function checkAmounts({ forecast, budget }: Written, decimals: number): PlanFault[] {
  const tooFine = (amount: string, at: string): PlanFault[] =>
    unitsOf(amount, decimals) === undefined ? [{ kind: "decimals", at, wanted: String(decimals) }] : [];
  return [
    ...forecast.flatMap((quarter, i) => {
      const at = `forecast › ${i + 1}`;
      const fine = (["income", "costs", "profit"] as const).flatMap((name) =>
        tooFine(quarter[name], `${at} › ${name}`),
      );
      return fine.length > 0 ? fine : checkProfit(forecastOf(quarter, decimals), `${at} › profit`);
    }),
    ...budget.flatMap(({ amount }, i) => tooFine(amount, `budget › ${i + 1} › amount`)),
  ];
}

function checkProfit({ income, costs, profit }: Forecast, at: string): PlanFault[] {
  return income - costs === profit ? [] : [{ kind: "notProfit", at, wanted: "" }];
}

function planOf({ business, firstQuarter, accountsDueDays, forecast, budget }: Written, decimals: number): Plan {
  return {
    business: plainText(business),
    accountsDueDays,
    firstQuarter: readYearQuarter(firstQuarter) ?? 0,
    forecast: forecast.map((quarter) => forecastOf(quarter, decimals)),
    budget: budget.map(({ what, amount, tranche }) => ({
      what: plainText(what, 120),
      amount: unitsOf(amount, decimals) ?? 0n,
      tranche,
    })),
  };
}

function forecastOf({ income, costs, profit }: Written["forecast"][number], decimals: number): Forecast {
  const units = (amount: string) => unitsOf(amount, decimals) ?? 0n;
  return { income: units(income), costs: units(costs), profit: units(profit) };
}

/** Undefined when the amount is finer than the currency. */
function unitsOf(amount: string, decimals: number): bigint | undefined {
  const units = parseAmount(amount.replace(/^-/, ""), decimals);
  return units !== undefined && amount.startsWith("-") ? -units : units;
}

const OPENS = "```json";
const CLOSES = "```";

/** The JSON part of a plan's text, or what is wrong with it. Plans without one are text alone. */
function findFigures(text: string): { figures: unknown } | { fault: PlanFault } {
  const [part, another] = partsIn(text);
  if (part === undefined) return { fault: { kind: "noPart", at: "", wanted: "" } };
  if (another !== undefined) return { fault: { kind: "manyParts", at: "", wanted: "1" } };
  try {
    return { figures: JSON.parse(part) as unknown };
  } catch (error) {
    return { fault: { kind: "notJson", at: "", wanted: plainText((error as Error).message, 120) } };
  }
}

/** The first two parts of their own: each from a line with ```json to the next with ```. Every line is looked at once. */
function partsIn(text: string): string[] {
  const parts: string[] = [];
  let begins = -1;
  for (let at = 0; at < text.length && parts.length < 2;) {
    const stop = text.indexOf("\n", at);
    const next = stop < 0 ? text.length : stop + 1;
    if (begins < 0 ? stop >= 0 && isAlone(OPENS, text, at, stop) : isAlone(CLOSES, text, at, next)) {
      if (begins >= 0) parts.push(text.slice(begins, at));
      begins = begins < 0 ? next : -1;
    }
    at = next;
  }
  return parts;
}

/** Whether a line has these letters at its beginning, and nothing else. */
function isAlone(letters: string, text: string, from: number, to: number): boolean {
  return text.startsWith(letters, from) && text.slice(from + letters.length, to).trim() === "";
}
