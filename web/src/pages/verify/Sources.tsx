import { Card } from "../../components/Card.tsx";
import { useSay } from "../../content/useSay.ts";
import { blindSpotWords } from "../../content/words/blindSpots.ts";
import { sourcesWords } from "../../content/words/sources.ts";
import type { Settings } from "@one-small-town/core/deployment/Settings.ts";

/** Which contracts were read, through which node, and what no sum can show. */
export function Sources({ settings: { deployment, network } }: { settings: Settings }) {
  const say = useSay();
  const { explorer, rpcUrl } = network;
  return (
    <Card title={say(sourcesWords.limits)}>
      <p className="max-w-prose">{say(sourcesWords.limitsHelp)}</p>
      <details className="mt-4">
        <summary className="text-link min-h-11 py-2 font-medium">{say(sourcesWords.hidden)}</summary>
        <p className="text-soft max-w-prose py-2 text-sm">{say(sourcesWords.hiddenHelp)}</p>
        <ul className="max-w-prose list-disc space-y-2 ps-5 text-sm">
          {Object.entries(blindSpotWords).map(([name, words]) => (
            <li key={name}>{say(words)}</li>
          ))}
        </ul>
      </details>
      <details className="mt-4">
        <summary className="text-link min-h-11 py-2 font-medium">{say(sourcesWords.sources)}</summary>
        <p className="text-soft max-w-prose py-2 text-sm">{say(sourcesWords.sourcesHelp)}</p>
        <dl className="figures space-y-2 text-sm">
          <div>
            <dt className="font-semibold">{say(sourcesWords.node)}</dt>
            <dd className="break-all">{rpcUrl}</dd>
          </div>
          {Object.entries(deployment.addresses).map(([name, address]) => (
            <div key={name}>
              <dt className="font-semibold">{name}</dt>
              <dd className="break-all">
                {explorer === null ? address : <a href={`${explorer}/address/${address}`}>{address}</a>}
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </Card>
  );
}
