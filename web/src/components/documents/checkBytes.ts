import type { CheckedDocument } from "@one-small-town/core/documents/Document.ts";
import { textOf } from "@one-small-town/core/documents/readDataUri.ts";
import type { Hex } from "viem";
import type { documentCheckWords } from "../../content/words/documentChecks.ts";
import { hashOf } from "./hashOf.ts";

/** Why a document could not be checked. */
export type DocumentTrouble = keyof typeof documentCheckWords.troubles;

/** Holds bytes against a promised hash. */
export async function checkBytes(bytes: Uint8Array<ArrayBuffer>, promised: Hex): Promise<CheckedDocument> {
  const hash = await hashOf(bytes);
  return { bytes, ...textOf(bytes), hash, isPromised: hash === promised };
}

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
