import { documentWords } from "../content/words/documents.ts";
import { useSay } from "../content/useSay.ts";
import type { CheckedDocument } from "../lib/documents/CheckedDocument.ts";
import type { Document } from "../lib/steps/Document.ts";
import { Button } from "./Button.tsx";
import { CheckedText } from "./documents/CheckedText.tsx";
import { CopyCheck } from "./documents/CopyCheck.tsx";
import { useDocument } from "./documents/useDocument.ts";

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
  const { checked, trouble, isBusy, addresses, fetch, check } = useDocument(document, gateways, onPromised);
  return (
    <div
      className="border-line border-s-4 ps-4"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer.files;
        if (file !== undefined) check(file);
      }}
    >
      <h3>{title}</h3>
      <div role="status">
        {checked !== null && <Verdict isPromised={checked.isPromised} />}
        {trouble !== null && <p className="text-warn font-medium">{say(documentWords.troubles[trouble])}</p>}
      </div>
      {checked !== null && <CheckedText key={checked.hash} title={title} checked={checked} />}
      {!document.uri.startsWith("data:") && (
        <Elsewhere uri={document.uri} address={addresses[0]} isBusy={isBusy} fetch={fetch} />
      )}
      <CopyCheck title={title} check={check} />
      <Fingerprints promised={document.hash} found={checked?.hash} />
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

type ElsewhereProps = { uri: string; address: string | undefined; isBusy: boolean; fetch: () => void };

/** Only an encrypted web address becomes a link, and a tap alone loads it. */
function Elsewhere({ uri, address, isBusy, fetch }: ElsewhereProps) {
  const say = useSay();
  if (uri === "") return <p className="text-sm">{say(documentWords.nowhere)}</p>;
  return (
    <>
      <p className="text-sm">
        {say(documentWords.elsewhere)} <span className="figures break-all">{uri.slice(0, 300)}</span>
      </p>
      {address !== undefined && (
        <div className="my-1 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button look="second" className="text-sm" isBusy={isBusy} onClick={fetch}>
            {say(isBusy ? documentWords.fetching : documentWords.fetch)}
          </Button>
          <a href={address} target="_blank" rel="noreferrer" className="py-2 text-sm">
            {say(documentWords.open)}
          </a>
        </div>
      )}
    </>
  );
}

function Fingerprints({ promised, found }: { promised: string; found: string | undefined }) {
  const say = useSay();
  return (
    <details className="text-xs">
      <summary className="text-soft py-1.5">{say(documentWords.fingerprints)}</summary>
      <dl className="figures break-all">
        <dt className="text-soft">{say(documentWords.onChain)}</dt>
        <dd>{promised}</dd>
        <dt className="text-soft mt-1">{say(documentWords.found)}</dt>
        <dd>{found ?? say(documentWords.notYet)}</dd>
      </dl>
    </details>
  );
}
