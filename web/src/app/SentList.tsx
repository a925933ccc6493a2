import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Button } from "../components/Button.tsx";
import { Notice } from "../components/Notice.tsx";
import { commonWords } from "../content/words/common.ts";
import { transactionWords } from "../content/words/transactions.ts";
import { useSay } from "../content/useSay.ts";
import { useSystem } from "../chain/useSystem.ts";
import { useAttended } from "../transactions/attention.ts";
import { dismissSent, type Sent, useJournal } from "../transactions/journal.ts";
import { readAgain } from "../transactions/readAgain.ts";
import { waitFor } from "../transactions/waitFor.ts";

/** What this device sent and nobody has dismissed: it is here again after a reload. */
export function SentList() {
  const sent = useJournal(useSystem());
  const attended = useAttended();
  return (
    <div className="space-y-2">
      {sent
        .filter(({ hash }) => !attended.has(hash))
        .map((entry) => (
          <SentEntry key={entry.hash} sent={entry} />
        ))}
    </div>
  );
}

const KINDS = { waiting: "info", confirmed: "good", failed: "bad", replaced: "warn", kept: "warn" } as const;

function SentEntry({ sent }: { sent: Sent }) {
  const say = useSay();
  const system = useSystem();
  const queries = useQueryClient();
  const { explorer } = system.settings.network;
  const [touched] = useState(sent.after); // the same for ever, but the journal makes a new list of it with every entry
  useEffect(() => {
    if (sent.outcome === "waiting") waitFor(system, sent.hash).then(() => readAgain(queries, touched), keepWaiting);
  }, [system, queries, sent.hash, sent.outcome, touched]);
  return (
    <Notice kind={KINDS[sent.outcome]} isLive title={sent.outcome === "confirmed" ? sent.done : sent.title}>
      {sent.outcome === "waiting" && <p>{say(transactionWords.sent)}</p>}
      {sent.outcome === "failed" && <p>{say(transactionWords.reverted)}</p>}
      {sent.outcome === "replaced" && <p>{say(transactionWords.replaced)}</p>}
      {sent.outcome === "kept" && <p>{say(transactionWords.kept)}</p>}
      <div className="flex flex-wrap items-center gap-x-4">
        <a href={`#/receipt/${sent.hash}`}>{say(commonWords.receipt)}</a>
        {explorer !== null && (
          <a href={`${explorer}/tx/${sent.hash}`} target="_blank" rel="noreferrer">
            {say(commonWords.explorer)}
          </a>
        )}
        <Button look="quiet" className="!px-0" onClick={() => dismissSent(system, sent.hash)}>
          {say(transactionWords.dismiss)}
        </Button>
      </div>
    </Notice>
  );
}

/** The chain has not decided in hours. The entry stays, and is asked for again with the next visit. */
function keepWaiting(): void {}
