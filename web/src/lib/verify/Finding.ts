import type { Address } from "viem";
import type { ContractName } from "../deployment/Deployment.ts";

/** Whether what must hold does; "unavailable" where a figure could not be read, so that nobody can say. */
export type Outcome = "holds" | "broken" | "unavailable";

/** What a figure counts: INFINITY, shares, or units of a currency. */
export type Unit = "infinity" | "shares" | Address;

/** One comparison, with its figures in the order of the finding; null for one that could not be read. */
export type Row = {
  /** The town or business; null where it is about all of them, or nobody knows. */
  name: string | null;
  /** Which contract holds the money, where that is the question. */
  contract: ContractName | null;
  unit: Unit;
  figures: readonly (bigint | null)[];
  outcome: Outcome;
};

export const findingKeys = ["held", "minted", "supply", "shares", "cash", "dividends", "paid", "floor"] as const;
export type FindingKey = (typeof findingKeys)[number];

/** What one check found. Its rows are null when nobody can say which there are. */
export type Finding = { key: FindingKey; outcome: Outcome; rows: readonly Row[] | null };

/** The invariant that a finding is about, numbered as in `test/invariants/README.md`. */
export const invariantOf: Record<FindingKey, number> = {
  ...{ held: 1, minted: 2, supply: 2, shares: 3, cash: 4, dividends: 5, paid: 6, floor: 10 },
};
