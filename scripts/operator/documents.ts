import { createHash } from "node:crypto";
import type { Document } from "@one-small-town/core/documents/Document.ts";

/** A document of this text, to be fetched at this address. */
export function documentOf(text: string, uri: string): Document {
  return { hash: `0x${createHash("sha256").update(text, "utf8").digest("hex")}`, uri };
}

/** A document whose words travel in its address: it opens without any server, and anybody can check its hash. */
export function dataDocument(text: string, type: "application/json" | "text/plain" | "text/csv"): Document {
  return documentOf(text, `data:${type},${encodeURIComponent(text)}`);
}
