import { keccak256, type Hex, stringToHex } from "viem";

/** What a project says of itself. */
export type ProjectMetadata = { title: string; sector?: string; [more: string]: unknown };

const PREFIX = "data:application/json,";

/**
 * Reads a project's words where they travel in the address itself. Null when they stand elsewhere, are no JSON with a
 * title, or are not what was promised on chain.
 */
export function readProjectMetadata(uri: string, hash: Hex): ProjectMetadata | null {
  if (!uri.startsWith(PREFIX)) return null;
  try {
    const text = decodeURIComponent(uri.slice(PREFIX.length));
    if (keccak256(stringToHex(text)) !== hash) return null;
    const metadata = JSON.parse(text) as Partial<ProjectMetadata>;
    return typeof metadata.title === "string" ? (metadata as ProjectMetadata) : null;
  } catch {
    return null;
  }
}
