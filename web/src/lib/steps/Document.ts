import type { Hex } from "viem";

/** A document off chain: the SHA-256 of its bytes, and where to fetch it. */
export type Document = { hash: Hex; uri: string };
