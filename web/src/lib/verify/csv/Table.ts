import type { Address } from "viem";
import type { Books } from "../Books.ts";
import type { Cell } from "./toCsv.ts";

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
};

/** The heads of its columns, which stay the same in every language, and its rows. */
export type Table = { columns: readonly string[]; rows: readonly (readonly Cell[])[] };
