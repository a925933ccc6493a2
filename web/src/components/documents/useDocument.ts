import { useRef, useState } from "react";
import { addressesOf } from "../../lib/documents/addressesOf.ts";
import type { CheckedDocument } from "../../lib/documents/CheckedDocument.ts";
import { readDataUri } from "../../lib/documents/readDataUri.ts";
import type { Document } from "../../lib/steps/Document.ts";
import type { DocumentTrouble } from "./DocumentTrouble.ts";
import { fetchDocument } from "./fetchDocument.ts";
import { readFile } from "./readFile.ts";

type Found = { checked: CheckedDocument | null; trouble: DocumentTrouble | null; isBusy: boolean };

/** A document on its way from its address, or from the person's device, to an answer. */
export function useDocument({ hash, uri }: Document, gateways: readonly string[], onPromised?: Listener) {
  const [found, setFound] = useState<Found>(() => ({ checked: readDataUri(uri, hash), trouble: null, isBusy: false }));
  const asked = useRef(0);
  const addresses = addressesOf(uri, gateways);

  async function open(answer: Promise<CheckedDocument | DocumentTrouble>): Promise<void> {
    const question = ++asked.current;
    setFound((before) => ({ ...before, trouble: null, isBusy: true }));
    const checked = await answer;
    if (question !== asked.current) return;
    if (typeof checked === "string") return setFound({ checked: null, trouble: checked, isBusy: false });
    setFound({ checked, trouble: null, isBusy: false });
    if (checked.isPromised) onPromised?.(checked);
  }

  return {
    ...found,
    addresses,
    fetch: () => void open(fetchDocument(addresses, hash)),
    check: (file: File) => void open(readFile(file, hash)),
  };
}

type Listener = (document: CheckedDocument) => void;
