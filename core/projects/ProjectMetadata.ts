import { type Hex, sha256, stringToHex } from "viem";
import { plainText } from "../plainText.ts";

/** What a project says of itself: a title, and what else its members wrote down. Money as they wrote it, in words. */
export type ProjectMetadata = {
  title: string;
  sector?: string;
  /** A few sentences for a neighbour. */
  about?: string;
  goal?: string;
  budget?: string;
  /** "small", "medium" or "large". */
  size?: string;
  /** When it is to be reached. */
  horizon?: string;
  [more: string]: unknown;
};

/** Letters of a field; what is longer belongs into a document. */
const MOST = new Map([
  ["title", 80],
  ["about", 4_000],
]);
const MOST_ELSE = 300;
const MOST_FIELDS = 30;

const PREFIX = "data:application/json,";

/**
 * Reads a project's words where they travel in the address itself. Null when they stand elsewhere, are no JSON with a
 * title, or are not what was promised on chain.
 */
export function readProjectMetadata(uri: string, hash: Hex): ProjectMetadata | null {
  if (!uri.startsWith(PREFIX)) return null;
  try {
    const text = decodeURIComponent(uri.slice(PREFIX.length));
    if (sha256(stringToHex(text)) !== hash) return null;
    return metadataOf(JSON.parse(text) as Record<string, unknown>);
  } catch {
    return null;
  }
}

/** Whoever proposed the project wrote this: anything but words and numbers is left out. */
function metadataOf(written: Record<string, unknown>): ProjectMetadata | null {
  const fields = Object.entries(written)
    .filter(([, words]) => typeof words === "string" || typeof words === "number")
    .map(([name, words]) => {
      const most = MOST.get(name) ?? MOST_ELSE;
      return [plainText(name), plainText(String(words), most, name === "about").trim()] as const;
    })
    .filter(([, words]) => /[^\ufffd]/.test(words));
  const { title, ...more } = Object.fromEntries(fields);
  return title === undefined ? null : { title, ...Object.fromEntries(Object.entries(more).slice(0, MOST_FIELDS)) };
}
