import { type Address, type Hash, isAddressEqual } from "viem";
import { townOfProject } from "../../projects/projects.ts";
import type { Books } from "../Books.ts";
import { type ApprovedSale, salesOf } from "../replay/sales.ts";

/** The tables there are; the last two are about towns only. */
export const tableNames = ["holders", "purchases", "dividends", "deposits", "timesheets", "claims"] as const;
export type TableName = (typeof tableNames)[number];

/** How amounts of a currency are written. */
export type Writing = { address: Address; symbol: string; decimals: number };

/** What a table is made of, and of whom: a town with all its businesses, or one of them. */
export type Source = {
  books: Books;
  currencies: readonly Writing[];
  town: number;
  /** Null for all of the town. */
  business: bigint | null;
  /** The hash of a transaction: a history tells only where it stands. */
  hashOf: (event: InTransaction) => string;
};

export type InTransaction = { blockNumber: bigint; transactionIndex: number; transactionHash: Hash | null };

export type Cell = string | number | bigint;

/** The heads of its columns, which stay the same in every language, and its rows. */
export type Table = { columns: readonly string[]; rows: readonly (readonly Cell[])[] };

/** An amount exactly, with all its decimals and nothing between its digits, as table programs read it: 1234.500000. */
export function decimalOf(units: bigint, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
}

/** The heads of the two last columns of a table with money. */
export const currencyColumns = ["currency", "currency_address"] as const;

/**
 * Writes amounts of one currency, and says which. One that does not tell its decimals is written in its smallest units,
 * and says so.
 */
export function moneyCells(currency: Address, currencies: readonly Writing[]) {
  const known = currencies.find(({ address }) => isAddressEqual(address, currency));
  return {
    amount: (units: bigint) => decimalOf(units, known?.decimals ?? 0),
    currency: [known === undefined ? "units" : known.symbol, currency],
  };
}

type Wanted = Pick<Source, "town" | "business">;

/** The sales that a table is about, in the order of their approval. */
export function salesIn(
  { sales, towns }: { [part in "sales" | "towns"]: NonNullable<Books[part]> },
  wanted: Wanted,
): ApprovedSale[] {
  return salesOf(sales, towns).filter(({ business }) => isOf(business, wanted));
}

/** Whether a business is what a table is about. */
export function isOf(id: bigint, { town, business }: Wanted): boolean {
  return business === null ? townOfProject(id) === town : id === business;
}
