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
