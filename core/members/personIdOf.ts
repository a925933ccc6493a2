import { concatBytes, type Hex, sha256, stringToBytes } from "viem";

/** What registrars know a person by: an identity document. `country` is ISO 3166-1 numeric. */
export type IdDocument = { country: number; kind: string; number: string };

/**
 * The id under which registrars of a country know a person: HMAC-SHA256 over country, kind and normalised number of
 * the identity document. The key stays with the country office and its registrars.
 */
export function personIdOf(key: string, { country, kind, number }: IdDocument): Hex {
  const text = [country, kind.trim().toLowerCase(), plainNumber(number)].join("|");
  return hmacSha256(stringToBytes(key), stringToBytes(text));
}

/** A number as it is counted: however it is spaced, hyphenated or cased, one document is one person. */
export function plainNumber(number: string): string {
  return number
    .normalize("NFKC")
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Bytes that SHA-256 works on at a time. */
const BLOCK = 64;

/** RFC 2104. */
function hmacSha256(key: Uint8Array, message: Uint8Array): Hex {
  const short = key.length > BLOCK ? sha256(key, "bytes") : key;
  const padded = Uint8Array.from({ length: BLOCK }, (_, i) => short[i] ?? 0);
  const inner = sha256(concatBytes([padded.map((byte) => byte ^ 0x36), message]), "bytes");
  return sha256(concatBytes([padded.map((byte) => byte ^ 0x5c), inner]));
}
