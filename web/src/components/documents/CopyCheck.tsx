import { useId } from "react";
import { documentWords } from "../../content/words/documents.ts";
import { useSay } from "../../content/useSay.ts";

/** Where a person gives a copy of a document to be checked; nothing is sent anywhere. */
export function CopyCheck({ title, check }: { title: string; check: (file: File) => void }) {
  const say = useSay();
  const id = useId();
  return (
    <details>
      <summary className="text-link py-1.5 font-medium">{say(documentWords.checkCopy)}</summary>
      <p id={`${id}-help`} className="text-soft text-sm">
        {say(documentWords.checkCopyHelp)}
      </p>
      <input
        type="file"
        aria-label={say(documentWords.file(title))}
        aria-describedby={`${id}-help`}
        className="file:bg-card file:border-line file:text-ink border-line my-2 block min-h-12 w-full cursor-pointer rounded-lg border-2 border-dashed p-2 text-sm file:me-3 file:min-h-9 file:cursor-pointer file:rounded-lg file:border-2 file:px-3 file:font-semibold"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) check(file);
          target.value = ""; // the same file may be chosen again, after a change
        }}
      />
    </details>
  );
}
