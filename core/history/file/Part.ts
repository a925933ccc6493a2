import type { Address, Hex } from "viem";
import type { Family } from "./Family.ts";

/** What the first line of a file says: which kind of file it is. Another number is another form. */
export const FORMAT = "one small town, history 1";

/** The events of one contract, one kind and one length, column by column, in the order of the chain. */
export type Group = {
  address: Address;
  /** What kind of event, and how many more words are in its topics and in its data. */
  topic: Hex;
  topics: number;
  words: number;
  count: number;
  /** Where each stands: which of the part's blocks (0 is the first), transaction and log in it. */
  block: Float64Array;
  transaction: Float64Array;
  log: Float64Array;
  /** Each word of an event: first the topics', then the data's. */
  columns: readonly { numbers: Float64Array; isListed: boolean }[];
};

/** A part of the history as it was read: all events of a family from one block to another, both included. */
export type Part = {
  chainId: number;
  family: Family;
  from: number;
  to: number;
  events: number;
  /** The blocks in which something happened, with their times in seconds. */
  blocks: Float64Array;
  times: Float64Array;
  /** Words that are too large for a number, without zeros in front, as columns list them. */
  words: readonly string[];
  groups: readonly Group[];
  /** The code that keeps each timesheet that was submitted or amended in these blocks. */
  sheets: ReadonlyMap<Address, Hex>;
};

/** Words below this are written as numbers, others are listed. */
export const LISTED_FROM = 2 ** 48;

/** What can be in one part at the very most: one that says more is no part. */
export const most = { events: 200_000, cells: 8_000_000, topics: 4, bytes: 64_000_000, index: 4_000_000 } as const;
