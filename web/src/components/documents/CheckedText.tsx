import { lazy, Suspense } from "react";
import { documentWords } from "../../content/words/documents.ts";
import { useSay } from "../../content/useSay.ts";
import { ScrollBox } from "../ScrollBox.tsx";
import type { CheckedDocument } from "@one-small-town/core/documents/Document.ts";

/** More would freeze a phone. */
const MOST_LETTERS = 100_000;

const SaveDocument = lazy(async () => ({ default: (await import("./SaveDocument.tsx")).SaveDocument }));

/** A document as plain text, never as a page of its own; of a long one the beginning. The whole can be saved. */
export function CheckedText({ title, checked }: { title: string; checked: CheckedDocument }) {
  const say = useSay();
  const { text, isCut } = checked;
  return (
    <>
      {text !== null && (
        <details className="my-1">
          <summary className="text-link py-1.5 font-medium">{say(documentWords.read)}</summary>
          <ScrollBox label={title} className="bg-sunken mt-1 max-h-96 overflow-auto rounded-lg p-4 whitespace-pre-wrap">
            {text.slice(0, MOST_LETTERS)}
          </ScrollBox>
        </details>
      )}
      {(text === null || isCut || text.length > MOST_LETTERS) && (
        <Suspense>
          <SaveDocument title={title} checked={checked} />
        </Suspense>
      )}
    </>
  );
}
