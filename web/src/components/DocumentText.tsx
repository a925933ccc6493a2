import type { CheckedDocument, Document } from "@one-small-town/core/documents/Document.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { lazy, Suspense, useState } from "react";
import { useSay } from "../content/useSay.ts";
import { documentWords } from "../content/words/documents.ts";
import { Button } from "./Button.tsx";
import { CheckedText } from "./documents/CheckedText.tsx";
import { useDocument } from "./documents/useDocument.ts";
import { Skeleton } from "./Skeleton.tsx";

const CopyCheck = lazy(async () => ({ default: (await import("./documents/CopyCheck.tsx")).CopyCheck }));

type Props = {
  title: string;
  document: Document;
  /** Where content on IPFS is fetched. */
  gateways: readonly string[];
  /** Called when the document was opened by the person and is what was promised. */
  onPromised?: (document: CheckedDocument) => void;
};

/**
 * A document and whether it is what was promised. One that travels in its address is checked at once; another is fetched
 * on a tap, or given by the person.
 */
export function DocumentText({ title, document, gateways, onPromised }: Props) {
  const say = useSay();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const { checked, trouble, isBusy, open } = useDocument(document, onPromised);
  return (
    <div
      className="border-line border-s-4 ps-4"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file !== undefined) open(file);
      }}
    >
      <h3>{title}</h3>
      <div role="status">{checked !== null && <Verdict isPromised={checked.isPromised} />}</div>
      {checked !== null && <CheckedText key={checked.hash} title={title} checked={checked} />}
      {!document.uri.startsWith("data:") && (
        <Elsewhere uri={document.uri} isBusy={isBusy} fetch={() => open(gateways)} />
      )}
      <details
        open={isUnfolded || trouble !== null}
        onToggle={({ currentTarget }) => setIsUnfolded(currentTarget.open || trouble !== null)}
      >
        <summary className="text-link py-1.5 font-medium">{say(documentWords.check)}</summary>
        {(isUnfolded || trouble !== null) && (
          <Suspense fallback={<Skeleton lines={5} />}>
            <CopyCheck
              title={title}
              document={document}
              gateways={gateways}
              trouble={trouble}
              found={checked?.hash}
              check={open}
            />
          </Suspense>
        )}
      </details>
    </div>
  );
}

function Verdict({ isPromised }: { isPromised: boolean }) {
  const say = useSay();
  return (
    <p className={`font-medium ${isPromised ? "text-good" : "text-bad"}`}>
      <span aria-hidden="true">{isPromised ? "✔" : "✘"} </span>
      {say(isPromised ? documentWords.promised : documentWords.notPromised)}
    </p>
  );
}

type ElsewhereProps = { uri: string; isBusy: boolean; fetch: () => void };

/** Where a document stands. Only encrypted web addresses and IPFS are fetched, and only on a tap. */
function Elsewhere({ uri, isBusy, fetch }: ElsewhereProps) {
  const say = useSay();
  if (uri === "") return <p className="text-sm">{say(documentWords.nowhere)}</p>;
  return (
    <>
      <p className="text-sm">
        {say(documentWords.elsewhere)} <span className="figures break-all">{plainText(uri, 300)}</span>
      </p>
      {/^(https|ipfs):\/\//.test(uri) && (
        <Button look="second" className="my-1 text-sm" isBusy={isBusy} onClick={fetch}>
          {say(isBusy ? documentWords.fetching : documentWords.fetch)}
        </Button>
      )}
    </>
  );
}
