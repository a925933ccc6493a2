import type { Address } from "viem";

/** The id that a link names, as the contracts count: from 1 on; 0n for whatever is no id. */
export function readId(text: string): bigint {
  return /^[1-9][0-9]{0,18}$/.test(text) ? BigInt(text) : 0n;
}

/** Enough of an address to tell it from another: 0x1234…abcd. */
export function shortAddress(address: Address): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}
