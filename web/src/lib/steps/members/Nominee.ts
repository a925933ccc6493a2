import type { Address, Hex } from "viem";

/** The person whom head office names as a resident of a town; `residentUntil` in seconds. */
export type Nominee = { wallet: Address; residentUntil: number; personId: Hex };
