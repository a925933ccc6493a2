import { addressesOf } from "@one-small-town/core/documents/addressesOf.ts";
import type { CheckedDocument, Document } from "@one-small-town/core/documents/Document.ts";
import { type DocumentTrouble, readFile } from "./checkBytes.ts";
import { fetchDocument } from "./fetchDocument.ts";

/** Gets a document from the person's device, or else from where it stands, and holds it against its promised hash. */
export async function openDocument(
  { hash, uri }: Document,
  source: File | readonly string[],
): Promise<CheckedDocument | DocumentTrouble> {
  if (source instanceof File) return readFile(source, hash);
  const addresses = addressesOf(uri, source);
  return addresses.length === 0 ? "noGateway" : fetchDocument(addresses, hash);
}
