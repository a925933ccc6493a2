import type { Address, Hash } from "viem";
import type { Outcome, Row } from "@one-small-town/core/verify/Finding.ts";
import type { Sign } from "@one-small-town/core/verify/trueSigns.ts";

/** A comparison of an invariant: its figures by their names, each with what must stand between it and the one before. */
export type Comparison = Omit<Row, "figures"> & {
  figures: readonly { name: string; sign: Sign | null; value: bigint | null }[];
};

export type InvariantReport = {
  /** As in test/invariants/README.md. */
  number: number;
  key: string;
  title: string;
  rule: string;
  outcome: Outcome;
  /** Null when nobody can say which comparisons there are. */
  comparisons: readonly Comparison[] | null;
};

export type Line = { outcome: Outcome; words: string };

/** What is checked besides the invariants. */
export type CheckReport = {
  key: "nodes" | "deployment" | "code" | "order" | "told" | "roles" | "state" | "history";
  title: string;
  outcome: Outcome;
  lines: readonly Line[];
};

/** Somebody who holds a role at the block of the report. */
export type Holder = {
  role: string;
  /** The role's id on chain. */
  id: Hash;
  wallet: Address;
  isPlainWallet: boolean;
  since: { block: bigint; time: number };
};

/** All that an audit found. With --json exactly this is printed; whole numbers that can be large are decimal strings. */
export type Report = {
  schema: 1;
  outcome: Outcome;
  /** The first line, which says it in words. */
  verdict: string;
  /** Where all was read; time in seconds since 1970. Null when not even the block is certain. */
  at: { chainId: number; block: bigint; hash: Hash; time: number } | null;
  town: number | null;
  nodes: readonly string[];
  invariants: readonly InvariantReport[];
  checks: readonly CheckReport[];
  holders: readonly Holder[];
  risks: readonly string[];
  /** What one node could have hidden without anything not adding up; of several that told the same nothing. */
  hidden: readonly string[];
  /** How amounts of each currency are written. */
  currencies: readonly { address: Address; symbol: string; decimals: number }[];
  effort: { seconds: number; requests: number; megabytes: number };
};
