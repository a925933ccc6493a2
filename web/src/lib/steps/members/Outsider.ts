import type { Address, Hex } from "viem";

/** What a Country Ambassador states about a person who lives in no registered town. */
export type Outsider = { wallet: Address; country: number; personId: Hex };
