import { useId } from "react";
import { documentCheckWords } from "../../content/words/documentChecks.ts";
import { useSay } from "../../content/useSay.ts";
import { addressesOf } from "@one-small-town/core/documents/addressesOf.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import type { DocumentTrouble } from "./checkBytes.ts";

type Props = {
  title: string;
  document: Document;
  gateways: readonly string[];
  found: string | undefined;
  trouble: DocumentTrouble | null;
  check: (file: File) => void;
};

/**
 * Where a person gives a copy of a document to be checked, which is sent nowhere, sees both fingerprints,
 * and is told what went wrong.
 */
export function CopyCheck({ title, document, gateways, found, trouble, check }: Props) {
  const say = useSay();
  const id = useId();
  const [address] = addressesOf(document.uri, gateways);
  return (
    <>
      {trouble !== null && (
        <p role="alert" className="text-warn font-medium">
          {say(documentCheckWords.troubles[trouble])}
        </p>
      )}
      {address !== undefined && (
        <a href={address} target="_blank" rel="noreferrer" className="inline-block py-1.5 text-sm">
          {say(documentCheckWords.open)}
        </a>
      )}
      <p id={`${id}-help`} className="text-soft text-sm">
        {say(documentCheckWords.help)}
      </p>
      <input
        type="file"
        aria-label={say(documentCheckWords.file(title))}
        aria-describedby={`${id}-help`}
        className="file:bg-card file:border-line file:text-ink border-line my-2 block min-h-12 w-full cursor-pointer rounded-lg border-2 border-dashed p-2 text-sm file:me-3 file:min-h-9 file:cursor-pointer file:rounded-lg file:border-2 file:px-3 file:font-semibold"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) check(file);
          target.value = ""; // the same file may be chosen again, after a change
        }}
      />
      <p className="text-soft text-xs font-medium">{say(documentCheckWords.fingerprints)}</p>
      <dl className="figures text-xs break-all">
        <dt className="text-soft">{say(documentCheckWords.onChain)}</dt>
        <dd>{document.hash}</dd>
        <dt className="text-soft mt-1">{say(documentCheckWords.found)}</dt>
        <dd>{found ?? say(documentCheckWords.notYet)}</dd>
      </dl>
    </>
  );
}
