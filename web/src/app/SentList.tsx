import type { MessageDescriptor } from "@lingui/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Button } from "../components/Button.tsx";
import { Notice } from "../components/Notice.tsx";
import { commonWords } from "../content/words/common.ts";
import { transactionWords } from "../content/words/transactions.ts";
import { useSay } from "../content/useSay.ts";
import { useSystem } from "../chain/useSystem.ts";
import { dismissWords, useAttended, useLeftWords } from "../transactions/attention.ts";
import { dismissSent, readJournal, type Sent, useJournal } from "../transactions/journal.ts";
import { readAgain } from "../transactions/readAgain.ts";
import { waitFor } from "../transactions/waitFor.ts";

/**
 * What this device sent and nobody has dismissed, here again after a reload; and what stopped something whose form is
 * gone.
 */
export function SentList() {
  const say = useSay();
  const sent = useJournal(useSystem());
  const attended = useAttended();
  const left = useLeftWords();
  return (
    <div className="space-y-2">
      {left.map((each, i) => (
        <Notice key={i} kind="bad" isLive title={say(each.title)}>
          <p>{say(each.words)}</p>
          <Button look="quiet" className="!px-0" onClick={() => dismissWords(each)}>
            {say(transactionWords.dismiss)}
          </Button>
        </Notice>
      ))}
      {sent
        .filter(({ id }) => !attended.has(id))
        .map((entry) => (
          <SentEntry key={entry.id} sent={entry} />
        ))}
    </div>
  );
}

const KINDS = {
  waiting: "info",
  lost: "warn",
  confirmed: "good",
  failed: "bad",
  cancelled: "warn",
  replaced: "warn",
  kept: "warn",
} as const;

function SentEntry({ sent }: { sent: Sent }) {
  const say = useSay();
  const { explorer } = useSystem().settings.network;
  const dismiss = useWaiting(sent);
  const { hash, outcome } = sent;
  return (
    <Notice kind={KINDS[outcome]} isLive title={outcome === "confirmed" ? sent.done : sent.title}>
      {outcome !== "confirmed" && <p>{say(wordsFor(sent))}</p>}
      {sent.isResent && <p>{say(transactionWords.resent)}</p>}
      <div className="flex flex-wrap items-center gap-x-4">
        {hash !== null && <a href={`#/receipt/${hash}`}>{say(commonWords.receipt)}</a>}
        {hash !== null && explorer !== null && (
          <a href={`${explorer}/tx/${hash}`} target="_blank" rel="noreferrer">
            {say(commonWords.explorer)}
          </a>
        )}
        <Button look="quiet" className="!px-0" onClick={dismiss}>
          {say(transactionWords.dismiss)}
        </Button>
      </div>
    </Notice>
  );
}

function wordsFor({ outcome, hash }: Sent): MessageDescriptor {
  if (outcome === "waiting") return hash === null ? transactionWords.unnamed : transactionWords.sent;
  return transactionWords[outcome === "failed" || outcome === "confirmed" ? "reverted" : outcome];
}

/** Waits for what the chain says of an entry, as long as it stands in the list. Returns how to take it away. */
function useWaiting(sent: Sent): () => void {
  const system = useSystem();
  const queries = useQueryClient();
  const latest = useRef(sent);
  useEffect(() => void (latest.current = sent), [sent]);
  const { id, outcome } = sent;
  useEffect(() => {
    const isOpen = outcome === "waiting" || outcome === "lost";
    let isShown = true;
    const isWanted = () => isShown && readJournal(system).some((entry) => entry.id === id);
    if (isOpen) void waitFor(system, latest.current, isWanted).then(({ after }) => readAgain(queries, after));
    return () => {
      isShown = false;
    };
  }, [system, queries, id, outcome]);
  return () => dismissSent(system, id);
}
