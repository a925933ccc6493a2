import type { Address } from "viem";

/** Control characters but for the end of a line, marks that turn the direction of what follows, and unseen spaces. */
const UNSEEN = /[^\P{Cc}\n]|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/gu;

/**
 * Words from strangers as they may stand in our sentences: without what could turn the words and figures around them,
 * and no longer than `most` letters.
 */
export function plainText(text: string, most = 100): string {
  const letters = Array.from(text.slice(0, 2 * most + 2).replaceAll(UNSEEN, ""));
  return letters.length > most ? `${letters.slice(0, most).join("").trim()}…` : letters.join("").trim();
}

/** The id that a link names, as the contracts count: from 1 on; 0n for whatever is no id. */
export function readId(text: string): bigint {
  return /^[1-9][0-9]{0,18}$/.test(text) ? BigInt(text) : 0n;
}

/** Enough of an address to tell it from another: 0x1234…abcd. */
export function shortAddress(address: Address): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`;
}
