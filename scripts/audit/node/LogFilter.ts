import type { Address, Hex } from "viem";

/** What `eth_getLogs` is asked for. */
export type LogFilter = {
  address?: Address | readonly Address[];
  topics?: readonly (Hex | readonly Hex[] | null)[];
  fromBlock: Hex;
  toBlock: Hex;
};
