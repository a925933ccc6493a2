import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import type { Family } from "@one-small-town/core/history/file/Family.ts";
import type { HistoryIndex } from "@one-small-town/core/history/file/HistoryIndex.ts";
import type { Part } from "@one-small-town/core/history/file/Part.ts";
import type { EventOf } from "@one-small-town/core/verify/Books.ts";
import type { Abi, Address, Hex } from "viem";

/** What a history beside the pages is asked. */
export type Telling = {
  readonly index: HistoryIndex;
  /** All parts of a family; throws where one does not come. */
  parts: (family: Family) => Promise<readonly Part[]>;
  /** Whether the events of some contracts are in it. */
  covers: (addresses: readonly Address[]) => Promise<boolean>;
  /** What some contracts with the same ABI told, and when, in the order of the chain. */
  events: <const abi extends Abi>(
    abi: abi,
    addresses: readonly Address[],
    range: BlockRange,
    times?: Map<bigint, number>,
  ) => Promise<EventOf<abi>[]>;
  /** The code of timesheets at a block, by where it is: what the history has of it, and the chain has too. */
  codes: (pointers: readonly Address[], block: bigint) => Promise<ReadonlyMap<Address, Hex>>;
};
