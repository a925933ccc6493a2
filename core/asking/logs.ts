import type { Address, Hex } from "viem";

/** What `eth_getLogs` is asked for. */
export type LogFilter = {
  address?: Address | readonly Address[];
  topics?: readonly (Hex | readonly Hex[] | null)[];
  fromBlock: Hex;
  toBlock: Hex;
};

/** An event as nodes hand it out. Some say the time of its block as well, and some of those say 0 or null. */
export type RawLog = {
  address: Address;
  topics: readonly Hex[];
  data: Hex;
  blockNumber: Hex;
  blockHash: Hex;
  transactionHash: Hex;
  transactionIndex: Hex;
  logIndex: Hex;
  blockTimestamp?: Hex | null;
};
