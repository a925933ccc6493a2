import { bytesToHex, type Hex, sha256 } from "viem";

/**
 * SHA-256 of a file's bytes. The browser's own is quick, but only there on pages that came encrypted or from one's own
 * computer.
 */
export async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<Hex> {
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto };
  return subtle === undefined ? sha256(bytes) : bytesToHex(new Uint8Array(await subtle.digest("SHA-256", bytes)));
}
