import type { Totals } from "./Totals.ts";

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
