import { createHash } from "node:crypto";
import type { Document } from "@one-small-town/core/documents/Document.ts";

/** A document of these bytes, or of a text's in UTF-8, to be fetched at this address. */
export function documentOf(content: string | Uint8Array, uri: string): Document {
  return { hash: `0x${createHash("sha256").update(content).digest("hex")}`, uri };
}
