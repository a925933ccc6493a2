import type { Settings } from "@one-small-town/core/deployment/Settings.ts";
import { commandFor, linkTo } from "@one-small-town/core/verify/VerifyRoute.ts";
import type { Checked } from "../../chain/verify/CheckMessages.ts";
import { Card } from "../../components/Card.tsx";
import { CopyButton } from "../../components/CopyButton.tsx";
import { useSay } from "../../content/useSay.ts";
import { takeAwayWords } from "../../content/words/takeAway.ts";

type Props = { checked: Checked; town: number | null; settings: Settings };

/** How somebody else has the same block checked: by a link, or without this page by a command. */
export function AgainCard({ checked: { block }, town, settings: { network, source } }: Props) {
  const say = useSay();
  const link = linkTo(location.href, { block: block.number, town, poster: null });
  return (
    <Card title={say(takeAwayWords.again)}>
      <Copied name={say(takeAwayWords.link)} help={say(takeAwayWords.linkHelp)} text={link} />
      <Copied
        name={say(takeAwayWords.command)}
        help={say(takeAwayWords.commandHelp)}
        text={commandFor({ rpcUrl: network.rpcUrl, block: block.number, town })}
      />
      <p className="mt-3 max-w-prose">
        {source === undefined ? (
          say(takeAwayWords.noSource)
        ) : (
          <>
            {say(takeAwayWords.source)}{" "}
            <a href={source} target="_blank" rel="noreferrer" className="inline-block py-1.5 break-all">
              {source}
            </a>
          </>
        )}
      </p>
    </Card>
  );
}

function Copied({ name, help, text }: { name: string; help: string; text: string }) {
  return (
    <div className="mt-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h3 className="text-base">{name}</h3>
        <CopyButton text={text} name={name} />
      </div>
      <p className="text-soft max-w-prose text-sm">{help}</p>
      <code className="bg-sunken mt-2 block rounded-lg p-3 text-sm break-all" dir="ltr">
        {text}
      </code>
    </div>
  );
}
