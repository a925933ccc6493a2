import { projectWords } from "../content/words/projects.ts";
import { useSay } from "../content/useSay.ts";
import { readDataUri } from "../lib/documents/readDataUri.ts";
import type { Document } from "../lib/steps/Document.ts";

type Props = { title: string; document: Document };

/** A document with its fingerprint. One that travels in its address is checked and can be read here. */
export function DocumentText({ title, document: { hash, uri } }: Props) {
  const say = useSay();
  const carried = readDataUri(uri, hash);
  return (
    <div className="border-line border-s-4 ps-4">
      <h3>{title}</h3>
      {carried === null ? (
        <Elsewhere uri={uri} />
      ) : (
        <>
          <p className={`font-medium ${carried.isPromised ? "text-good" : "text-bad"}`}>
            <span aria-hidden="true">{carried.isPromised ? "✔" : "✘"} </span>
            {say(carried.isPromised ? projectWords.promised : projectWords.notPromised)}
          </p>
          {carried.text === null ? (
            <p>{say(projectWords.notText)}</p>
          ) : (
            <details className="my-1">
              <summary className="text-link py-1.5 font-medium">{say(projectWords.read)}</summary>
              <div className="bg-sunken mt-1 max-h-96 overflow-auto rounded-lg p-4 whitespace-pre-wrap">
                {carried.text}
              </div>
            </details>
          )}
        </>
      )}
      <p className="text-soft figures text-xs break-all">
        {say(projectWords.fingerprint)}: {hash}
      </p>
    </div>
  );
}

/** Only a plain web address becomes a link; it is loaded by a tap, never by us. */
function Elsewhere({ uri }: { uri: string }) {
  const say = useSay();
  if (uri.startsWith("https://")) {
    return (
      <p>
        <a href={uri} target="_blank" rel="noreferrer">
          {say(projectWords.open)}
        </a>
      </p>
    );
  }
  return (
    <p className="text-sm">
      {say(projectWords.elsewhere)} <span className="figures break-all">{uri}</span>
    </p>
  );
}
