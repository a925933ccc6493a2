import { dataDocument } from "@one-small-town/core/documents/dataDocument.ts";
import { mayBeFetched } from "@one-small-town/core/documents/addressesOf.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import type { Hex } from "viem";
import { hashOf } from "./hashOf.ts";

/** A file of the person, of which the chain keeps the SHA-256; `words` where it is a text so short that it fits into an address. */
export type DraftFile = { name: string; hash: Hex; words: string | null };

/** Why a file cannot be used. */
export type FileProblem = "empty" | "large" | "unread";

/** A phone hashes as much in a moment, and holds it. */
const MOST_BYTES = 50_000_000;

/** Bytes of a text that may travel in its address: each costs a fee. */
const MOST_WORDS = 1_000;

/** Letters of an address. */
export const MOST_ADDRESS = 300;

const CONTROL = /[^\P{Cc}\t\n\r]/u;

/** Reads and hashes a file on the device. */
export async function readDraft(file: File): Promise<DraftFile | FileProblem> {
  if (file.size === 0) return "empty";
  if (file.size > MOST_BYTES) return "large";
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const name = plainText(file.name, 80);
    return { name, hash: await hashOf(bytes), words: bytes.length > MOST_WORDS ? null : wordsIn(bytes) };
  } catch {
    return "unread";
  }
}

/** The bytes as exactly the same text; null when they are none. */
function wordsIn(bytes: Uint8Array): string | null {
  try {
    const words = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return CONTROL.test(words) ? null : words;
  } catch {
    return null;
  }
}

/** Whether an address is one from which others can fetch a file: on the web, encrypted, or on IPFS. */
export function isFetchable(address: string): boolean {
  if (address.length > MOST_ADDRESS || /\s/.test(address) || plainText(address, MOST_ADDRESS) !== address) return false;
  return mayBeFetched(address);
}

/** A file with the address where others read it; without one, a short text travels in the address itself. Null for nothing. */
export function documentOf(file: DraftFile | null, typed: string): Document | null {
  if (file === null) return null;
  const uri = typed.trim();
  if (uri === "") return file.words === null ? null : dataDocument(file.words, "text/plain");
  return isFetchable(uri) ? { hash: file.hash, uri } : null;
}
