import { type Hex, sha256, stringToHex } from "viem";

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
    const metadata = JSON.parse(text) as Partial<ProjectMetadata>;
    return typeof metadata.title === "string" ? (metadata as ProjectMetadata) : null;
  } catch {
    return null;
  }
}
