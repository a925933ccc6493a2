import { createHmac } from "node:crypto";
import type { Hex } from "viem";

/**
 * The id under which registrars of a country know a person: HMAC-SHA256 over country, kind and normalised number of
 * the identity document. The key stays with the country office and its registrars.
 */
export function personIdOf(key: string, document: { country: number; kind: string; number: string }): Hex {
  const number = document.number
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
  const text = [document.country, document.kind.trim().toLowerCase(), number].join("|");
  return `0x${createHmac("sha256", key).update(text, "utf8").digest("hex")}`;
}
