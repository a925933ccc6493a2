import { documentCheckWords } from "../../content/words/documentChecks.ts";
import { useSay } from "../../content/useSay.ts";
import type { CheckedDocument } from "@one-small-town/core/documents/Document.ts";
import { Button } from "../Button.tsx";
import { saveBytes } from "./saveBytes.ts";

/** A document that is not shown, or not all of it: the person can save it. */
export function SaveDocument({ title, checked: { text, bytes } }: { title: string; checked: CheckedDocument }) {
  const say = useSay();
  return (
    <>
      <p>{say(text === null ? documentCheckWords.notText : documentCheckWords.isCut)}</p>
      <Button look="quiet" className="!px-0 text-sm" onClick={() => saveBytes(bytes, title)}>
        {say(documentCheckWords.save)}
      </Button>
    </>
  );
}
