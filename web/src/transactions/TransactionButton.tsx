import type { MessageDescriptor } from "@lingui/core";
import { useEffect, useState } from "react";
import { Button } from "../components/Button.tsx";
import { Notice } from "../components/Notice.tsx";
import { commonWords } from "../content/words/common.ts";
import { transactionWords } from "../content/words/transactions.ts";
import { useSay } from "../content/useSay.ts";
import type { Transaction } from "./Transaction.ts";
import { type Progress, type Running, useTransaction } from "./useTransaction.ts";

type Props<input> = {
  transaction: Transaction<input>;
  /** What is asked for; null while the form around it does not say yet. */
  input: input | null;
  label: string;
  look?: "main" | "second";
  /** Called once it is confirmed. */
  onDone?: () => void;
};

/** A button that does something on the chain: it checks first, names each prompt, and is done when the chain says so. */
export function TransactionButton<input>({ transaction, input, label, look = "main", onDone }: Props<input>) {
  const say = useSay();
  const { progress, run } = useTransaction(transaction, onDone);
  const isBusy = ["checking", "network", "wallet", "chain"].includes(progress.at);
  return (
    <div className="space-y-3">
      <Button
        look={look}
        className="w-full"
        isBusy={isBusy}
        disabled={input === null}
        onClick={() => input !== null && void run(input)}
      >
        {label}
      </Button>
      <ProgressLine progress={progress} say={say} />
    </div>
  );
}

function ProgressLine({ progress, say }: { progress: Progress; say: ReturnType<typeof useSay> }) {
  if (progress.at === "idle") return null;
  if (progress.at === "checking" || progress.at === "network")
    return (
      <p role="status" className="text-sm">
        {say(transactionWords[progress.at])}
      </p>
    );
  if (progress.at === "stopped")
    return (
      <Notice kind={progress.isRefused === true ? "warn" : "bad"} isLive>
        {say(progress.words)}
      </Notice>
    );
  if (progress.at === "done")
    return (
      <Notice kind="good" isLive title={say(transactionWords.confirmed)}>
        <p>{say(progress.words)}</p>
        {progress.hash !== null && <a href={`#/receipt/${progress.hash}`}>{say(commonWords.receipt)}</a>}
      </Notice>
    );
  return <Steps progress={progress} say={say} />;
}

/** All steps from the beginning, so that nobody looks for a second button. */
function Steps({ progress, say }: { progress: Running; say: ReturnType<typeof useSay> }) {
  return (
    <div role="status">
      <ol className="space-y-2 text-sm">
        {progress.labels.map((label, index) => {
          const number = index + 1;
          const isNow = number === progress.step;
          return (
            <li key={number} className="flex gap-3" aria-current={isNow ? "step" : undefined}>
              <span
                aria-hidden="true"
                className={`font-sign figures grid size-7 shrink-0 place-items-center rounded-full border-2 font-bold ${number < progress.step ? "bg-good-soft border-good text-good" : isNow ? "bg-sun border-sun text-on-sun" : "border-line text-soft"}`}
              >
                {number < progress.step ? "✔" : number}
              </span>
              <span className="pt-0.5">
                <b className="block">
                  <span className="sr-only">{say(transactionWords.stepOf(number, progress.labels.length))}: </span>
                  {say(label)}
                </b>
                {isNow && progress.at === "wallet" && (
                  <Patient key="wallet" soon={transactionWords.confirmInWallet} late={transactionWords.noAnswer} />
                )}
                {isNow && progress.at === "chain" && (
                  <Patient
                    key="chain"
                    soon={progress.isUnnamed === true ? transactionWords.unnamed : transactionWords.sent}
                    late={transactionWords.slow}
                  />
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

const SLOW = 30_000;

/** Nobody should wonder for long whether they have to do something, or may close the page. */
function Patient({ soon, late }: { soon: MessageDescriptor; late: MessageDescriptor }) {
  const say = useSay();
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), SLOW);
    return () => clearTimeout(timer);
  }, []);
  return say(isSlow ? late : soon);
}
