import type { Address } from "viem";
import type { ContractName } from "../deployment/Deployment.ts";
import type { Contrary, Sign } from "./trueSigns.ts";

/** Whether what must hold does; "unavailable" where a figure could not be read, so that nobody can say. */
export type Outcome = "holds" | "broken" | "unavailable";

/** What a figure counts: INFINITY, shares, units of a currency, just a number; or the wallet that it is. */
export type Unit = "infinity" | "shares" | "count" | "wallet" | Address;

/** What of a town or business a row is about; "more" stands for as many others as its id says. */
export type Detail =
  | {
      kind: "member" | "wallet" | "block" | "sale" | "project" | "more";
      /** Which one it is: a number, or an address. */
      id: string;
    }
  | {
      /** A view by how it is called, with what it says and what it must say. */
      kind: "view";
      id: string;
      says: string;
      must: string;
    };

/** One comparison, with its figures in the order of the finding; null for one that could not be read. */
export type Row = {
  /** The town or business; null where it is about all of them, or nobody knows. */
  name: string | null;
  /** The town that it belongs to; null where it is about all of them. */
  town: number | null;
  /** Which contract holds the money, where that is the question. */
  contract: ContractName | null;
  /** Set on a row that tells one difference of the row before it: it is no summand of a total. */
  detail: Detail | null;
  unit: Unit;
  figures: readonly (bigint | null)[];
  outcome: Outcome;
};

export const findingKeys = [
  ...(["held", "minted", "supply", "shares", "cash", "dividends", "paid", "phases", "scope", "refunds"] as const),
  ...(["floor", "deeds", "weeks", "keys", "persons", "presence", "benefits", "funds", "escrow"] as const),
  ...(["divisions", "locked", "offices", "electors", "streams", "waiting", "insiders"] as const),
  ...(["voices", "spendings", "order", "told", "roles", "state"] as const),
] as const;
export type FindingKey = (typeof findingKeys)[number];

/** What one check found. Its rows are null when nobody can say which there are. */
export type Finding = { key: FindingKey; outcome: Outcome; rows: readonly Row[] | null };

/**
 * The invariant that a finding is about, numbered as in `test/invariants/README.md`; null for what tells whether the books
 * are told truly, by which all the others stand.
 */
export const invariantOf: Record<FindingKey, number | null> = {
  held: 1,
  minted: 2,
  supply: 2,
  shares: 3,
  cash: 4,
  dividends: 5,
  paid: 6,
  phases: 7,
  scope: 8,
  refunds: 9,
  floor: 10,
  deeds: 10,
  weeks: 11,
  keys: 12,
  persons: 13,
  presence: 14,
  benefits: 15,
  funds: 16,
  escrow: 17,
  divisions: 18,
  locked: 19,
  offices: 20,
  electors: 21,
  streams: 22,
  waiting: 23,
  insiders: 24,
  voices: 25,
  spendings: 26,
  order: null,
  told: null,
  roles: null,
  state: null,
};

const WORST_FIRST: readonly Outcome[] = ["broken", "unavailable", "holds"];

/** What can be said of several together: one that is broken outweighs all, one that could not be read the rest. */
export function worstOf(outcomes: readonly Outcome[]): Outcome {
  return WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? "holds";
}

/** What does not add up before what nobody can say, and that before what holds; each in the order in which they come. */
export function worstFirst<judged extends { outcome: Outcome }>(all: readonly judged[]): judged[] {
  return WORST_FIRST.flatMap((wanted) => all.filter(({ outcome }) => outcome === wanted));
}

/** Whether a sign says that something does not hold. */
export function isContrary(sign: Sign | Contrary | undefined): boolean {
  return sign === "≠" || sign === "<" || sign === ">";
}
