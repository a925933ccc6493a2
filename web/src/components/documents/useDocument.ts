import type { CheckedDocument, Document } from "@one-small-town/core/documents/Document.ts";
import { readDataUri } from "@one-small-town/core/documents/readDataUri.ts";
import { useRef, useState } from "react";
import type { DocumentTrouble } from "./checkBytes.ts";

type Found = { checked: CheckedDocument | null; trouble: DocumentTrouble | null; isBusy: boolean };

/** A document on its way from its address, or from the person's device, to an answer. */
export function useDocument(document: Document, onPromised?: Listener) {
  const [found, setFound] = useState<Found>(() => ({
    checked: readDataUri(document.uri, document.hash),
    trouble: null,
    isBusy: false,
  }));
  const asked = useRef(0);

  async function open(source: File | readonly string[]): Promise<void> {
    const question = ++asked.current;
    setFound((before) => ({ ...before, trouble: null, isBusy: true }));
    const answer = await load(document, source);
    if (question !== asked.current) return;
    const [checked, trouble] = typeof answer === "string" ? [null, answer] : [answer, null];
    setFound({ checked, trouble, isBusy: false });
    if (checked?.isPromised === true) onPromised?.(checked);
  }

  // From a file of the person, or by the gateways that there are.
  return { ...found, open: (source: File | readonly string[]) => void open(source) };
}

/** What checks documents is loaded when somebody wants one checked. */
async function load(document: Document, source: File | readonly string[]): Promise<CheckedDocument | DocumentTrouble> {
  const module = await import("./openDocument.ts").catch(() => null);
  return module === null ? "notLoaded" : module.openDocument(document, source);
}

type Listener = (document: CheckedDocument) => void;
