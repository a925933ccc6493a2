import { documentWords } from "../../content/words/documents.ts";
import { useSay } from "../../content/useSay.ts";
import type { CheckedDocument } from "../../lib/documents/CheckedDocument.ts";
import { Button } from "../Button.tsx";

/** Longer ones would freeze a phone. */
const MOST_LETTERS = 200_000;

/** A document as plain text, never as a page of its own; what is no text can be saved. */
export function CheckedText({ title, checked: { text, bytes } }: { title: string; checked: CheckedDocument }) {
  const say = useSay();
  if (text !== null && text.length <= MOST_LETTERS) {
    return (
      <details className="my-1">
        <summary className="text-link py-1.5 font-medium">{say(documentWords.read)}</summary>
        <div
          tabIndex={0}
          role="region"
          aria-label={title}
          className="bg-sunken mt-1 max-h-96 overflow-auto rounded-lg p-4 whitespace-pre-wrap"
        >
          {text}
        </div>
      </details>
    );
  }
  return (
    <>
      <p>{say(text === null ? documentWords.notText : documentWords.tooLong)}</p>
      <Button look="quiet" className="!px-0 text-sm" onClick={() => save(bytes, title)}>
        {say(documentWords.save)}
      </Button>
    </>
  );
}

/** As bytes of no kind, so that no browser opens it by itself. */
function save(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
