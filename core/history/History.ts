import type { Address } from "viem";

/** What a town's history must sum to at one block. Two sides that name the same figures agree in all of them or differ. */
export type Totals = {
  /** Units of INFINITY that there are. */
  infinity: bigint;
  /** Member numbers given. */
  members: number;
  /** Timesheets finalised. */
  timesheets: number;
  /** Units of the currency in the town's own fund. */
  fund: bigint;
  /** Shares of each business of the town, by its token in small letters. */
  shares: ReadonlyMap<Address, bigint>;
};

/** What happened in a town in a calendar month of UTC. */
export type Month = {
  /** Such as "2027-03". */
  month: string;
  /** Members who were given a number. */
  joined: number;
  shifts: bigint;
  /** Profit that businesses paid in, and cash that members were paid, in units of the currency. */
  profit: bigint;
  paid: bigint;
  /** Bought, less given back. */
  shares: bigint;
};

/** What an indexer says of a town, and up to which block it has read. */
export type History = { block: { number: bigint; timestamp: number }; totals: Totals; months: readonly Month[] };

const FIGURES = ["infinity", "members", "timesheets", "fund"] as const;

/** A figure in which an indexer and the chain differ, with what each says. */
export type Difference = { figure: (typeof FIGURES)[number] | "shares"; indexed: bigint; onChain: bigint };

/** The first figure that an indexer has otherwise than the chain; null when there is none. */
export function firstDifference(indexed: Totals, onChain: Totals): Difference | null {
  const figure = FIGURES.find((name) => indexed[name] !== onChain[name]);
  if (figure !== undefined) return { figure, indexed: BigInt(indexed[figure]), onChain: BigInt(onChain[figure]) };

  const tokens = [...new Set([...onChain.shares.keys(), ...indexed.shares.keys()])];
  const sharesOf = ({ shares }: Totals, token: (typeof tokens)[number]) => shares.get(token) ?? 0n;
  const token = tokens.find((each) => sharesOf(indexed, each) !== sharesOf(onChain, each));
  if (token === undefined) return null;
  return { figure: "shares", indexed: sharesOf(indexed, token), onChain: sharesOf(onChain, token) };
}
