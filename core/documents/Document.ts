import type { Hex } from "viem";

/** A document off chain: the SHA-256 of its bytes, and where to fetch it. */
export type Document = { hash: Hex; uri: string };

/** A document's bytes, held against the hash that the chain promises. */
export type CheckedDocument = {
  bytes: Uint8Array<ArrayBuffer>;
  /** Its words; null when it is something else than text. */
  text: string | null;
  /** Whether it is so long that these are only its first words. */
  isCut: boolean;
  /** SHA-256 of the bytes. */
  hash: Hex;
  isPromised: boolean;
};
