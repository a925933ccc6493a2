import { bytesToHex, type Hex, sha256 } from "viem";
import type { CheckedDocument } from "@one-small-town/core/documents/Document.ts";
import { textOf } from "@one-small-town/core/documents/readDataUri.ts";

/** Holds bytes against a promised hash. */
export async function checkBytes(bytes: Uint8Array<ArrayBuffer>, promised: Hex): Promise<CheckedDocument> {
  const hash = await hashOf(bytes);
  return { bytes, text: textOf(bytes), hash, isPromised: hash === promised };
}

/** The browser's own hash is quick, but only there on pages that came encrypted or from one's own computer. */
async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<Hex> {
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto };
  return subtle === undefined ? sha256(bytes) : bytesToHex(new Uint8Array(await subtle.digest("SHA-256", bytes)));
}
