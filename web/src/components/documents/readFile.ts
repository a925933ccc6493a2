import type { Hex } from "viem";
import type { CheckedDocument } from "@one-small-town/core/documents/Document.ts";
import { checkBytes } from "./checkBytes.ts";
import type { DocumentTrouble } from "./DocumentTrouble.ts";

/** A browser hashes a file in one piece, in memory. */
const MOST_BYTES = 500_000_000;

/** Holds a file of the person against a promised hash. It never leaves the device. */
export async function readFile(file: File, promised: Hex): Promise<CheckedDocument | DocumentTrouble> {
  if (file.size > MOST_BYTES) return "fileTooLarge";
  try {
    return await checkBytes(new Uint8Array(await file.arrayBuffer()), promised);
  } catch {
    return "fileUnread";
  }
}
