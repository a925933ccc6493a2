import type { Document } from "@one-small-town/core/documents/Document.ts";
import { documentOf } from "../operator/documentOf.ts";

/** A document whose words travel in its address: it opens without any server, and anybody can check its hash. */
export function dataDocument(text: string, type: "application/json" | "text/plain" | "text/csv"): Document {
  return documentOf(text, `data:${type},${encodeURIComponent(text)}`);
}
