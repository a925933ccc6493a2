import { sha256, stringToHex } from "viem";
import type { Document } from "./Document.ts";

/**
 * A document whose words travel in its address: it opens without any server, and anybody can check its hash. The words
 * have no half letters.
 */
export function dataDocument(text: string, type: "application/json" | "text/plain" | "text/csv"): Document {
  return { hash: sha256(stringToHex(text)), uri: `data:${type},${encodeURIComponent(text)}` };
}
