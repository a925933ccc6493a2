import { documentCheckWords } from "../../content/words/documentChecks.ts";
import { useSay } from "../../content/useSay.ts";
import type { CheckedDocument } from "@one-small-town/core/documents/Document.ts";
import { Button } from "../Button.tsx";

/** A document that is not shown, or not all of it: the person can save it. */
export function SaveDocument({ title, checked: { text, bytes } }: { title: string; checked: CheckedDocument }) {
  const say = useSay();
  return (
    <>
      <p>{say(text === null ? documentCheckWords.notText : documentCheckWords.isCut)}</p>
      <Button look="quiet" className="!px-0 text-sm" onClick={() => save(bytes, title)}>
        {say(documentCheckWords.save)}
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
