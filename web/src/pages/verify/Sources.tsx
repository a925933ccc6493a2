import { Card } from "../../components/Card.tsx";
import { useSay } from "../../content/useSay.ts";
import { verifyWords } from "../../content/words/verify.ts";
import type { Settings } from "@one-small-town/core/deployment/Settings.ts";

/** Which contracts were read, through which node, and what no sum can show. */
export function Sources({ settings: { deployment, network } }: { settings: Settings }) {
  const say = useSay();
  const { explorer, rpcUrl } = network;
  return (
    <Card title={say(verifyWords.limits)}>
      <p className="max-w-prose">{say(verifyWords.limitsHelp)}</p>
      <details className="mt-4">
        <summary className="text-link min-h-11 py-2 font-medium">{say(verifyWords.sources)}</summary>
        <p className="text-soft max-w-prose py-2 text-sm">{say(verifyWords.sourcesHelp)}</p>
        <dl className="figures space-y-2 text-sm">
          <div>
            <dt className="font-semibold">{say(verifyWords.node)}</dt>
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
