/** One quarter of a year as a plan foresees it, in units of the currency. */
export type Forecast = { income: bigint; costs: bigint; profit: bigint };

/** Something that the money of the sale is for; `tranche` counts from 1. */
export type BudgetLine = { what: string; amount: bigint; tranche: number };

/** The figures of a business plan. */
export type Plan = {
  business: string;
  /** The quarter of a year (see yearQuarterAt) that the first forecast is of. */
  firstQuarter: number;
  /** How many days after a quarter's end its accounts are due. */
  accountsDueDays: number;
  forecast: readonly Forecast[];
  budget: readonly BudgetLine[];
};

/** What can be wrong with the figures of a plan. */
export type FaultKind =
  | "noPart"
  | "manyParts"
  | "notJson"
  | "missing"
  | "unknown"
  | "notFields"
  | "notList"
  | "notText"
  | "notWhole"
  | "tooFew"
  | "tooMany"
  | "tooShort"
  | "tooLong"
  | "tooSmall"
  | "tooLarge"
  | "notLike"
  | "decimals"
  | "otherCurrency"
  | "notProfit";

/** One fault of a plan: where it is (`forecast › 2 › profit`, counted from 1), and what should stand there. */
export type PlanFault = { kind: FaultKind; at: string; wanted: string };
