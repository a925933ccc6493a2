import type { Address, Hex } from "viem";

/** What a registrar states about one resident; `residentUntil` in seconds, `joins` as a member. */
export type Attestation = { wallet: Address; residentUntil: number; joins: boolean; personId: Hex };
