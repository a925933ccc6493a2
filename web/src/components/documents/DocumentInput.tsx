import type { Document } from "@one-small-town/core/documents/Document.ts";
import { useRef, useState } from "react";
import { useSay } from "../../content/useSay.ts";
import { documentInputWords } from "../../content/words/documentInput.ts";
import { Field } from "../Field.tsx";
import { FileInput } from "../FileInput.tsx";
import { documentOf, type DraftFile, type FileProblem, isFetchable, MOST_ADDRESS, readDraft } from "./DocumentDraft.ts";

type Props = { label: string; onDocument: (document: Document | null) => void };

/** A file that the person chooses or drops, which is hashed here and goes nowhere, and the address where others read it. */
export function DocumentInput({ label, onDocument }: Props) {
  const say = useSay();
  const [file, setFile] = useState<DraftFile | null>(null);
  const [problem, setProblem] = useState<FileProblem | null>(null);
  const [address, setAddress] = useState("");
  const newest = useRef({ address: "", asked: 0 });

  async function take(chosen: File): Promise<void> {
    const question = ++newest.current.asked;
    const read = await readDraft(chosen);
    if (question !== newest.current.asked) return;
    const [found, why] = typeof read === "string" ? [null, read] : [read, null];
    setFile(found);
    setProblem(why);
    onDocument(documentOf(found, newest.current.address));
  }

  function write(typed: string): void {
    newest.current.address = typed;
    setAddress(typed);
    onDocument(documentOf(file, typed));
  }

  const isShort = file !== null && file.words !== null;
  const isWrong = address.trim() !== "" && !isFetchable(address.trim());
  return (
    <div className="space-y-4">
      <FileInput label={label} onFile={(chosen) => void take(chosen)} />
      <div role="status">
        {problem !== null && <p className="text-bad text-sm font-medium">{say(documentInputWords[problem])}</p>}
        {file !== null && (
          <p className="text-sm">
            {say(documentInputWords.mark(file.name))} <span className="figures break-all">{file.hash}</span>
          </p>
        )}
      </div>
      <Field
        label={say(isShort ? documentInputWords.addressOrNone : documentInputWords.address)}
        hint={say(isShort ? documentInputWords.shortHint : documentInputWords.addressHint)}
        problem={isWrong ? say(documentInputWords.badAddress) : null}
        value={address}
        inputMode="url"
        maxLength={MOST_ADDRESS}
        onChange={({ target }) => write(target.value)}
      />
    </div>
  );
}
