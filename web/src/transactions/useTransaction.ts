import type { MessageDescriptor } from "@lingui/core";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Hex } from "viem";
import { i18n } from "../content/i18n.ts";
import { commonWords } from "../content/words/common.ts";
import { transactionWords } from "../content/words/transactions.ts";
import type { System } from "../chain/System.ts";
import { useSystem } from "../chain/useSystem.ts";
import { useAttention } from "./attention.ts";
import { dismissSent, noteSent, type Outcome, readJournal } from "./journal.ts";
import type { Actor, NamedStep, Touched, Transaction } from "./Transaction.ts";
import { chooseWallet, useWallet } from "./wallet/walletStore.ts";

export type Progress =
  | { at: "idle" }
  | { at: "checking" }
  | Running
  | { at: "done"; words: MessageDescriptor; hash: Hex | undefined }
  | { at: "stopped"; words: MessageDescriptor };

/** Waiting for the person in their wallet, or for the chain; `step` counts from 1. */
export type Running = { at: "wallet" | "chain"; step: number; labels: readonly MessageDescriptor[] };

/** Who does what right now, also where the form that began it is gone and has come back: nothing is paid for twice. */
const underWay = new Set<string>();

/** A form that is gone sooner, because nothing is left to do in it, leaves its end to the list on top of the page. */
const TIME_TO_READ = 5_000;

/** Runs a transaction of this folder from the check to the confirmation, one step after the other. */
export function useTransaction<input>(transaction: Transaction<input>, onDone?: () => void) {
  const system = useSystem();
  const wallet = useWallet();
  const queries = useQueryClient();
  const { attend, isThere } = useAttention();
  const [progress, setProgress] = useState<Progress>({ at: "idle" });

  async function run(input: input): Promise<void> {
    if (wallet === null) {
      chooseWallet();
      return;
    }
    const actor = { system, address: wallet.address };
    const task = `${actor.address} ${i18n._(transaction.title(input))}`;
    if (underWay.has(task)) return setProgress({ at: "stopped", words: transactionWords.again });
    underWay.add(task);
    setProgress({ at: "checking" });
    const sent: Hex[] = [];
    const note = (hash: Hex) => {
      sent.push(hash);
      attend(hash);
    };
    const end = await attempt(actor, { transaction, input, report: setProgress, attend: note, isThere });
    underWay.delete(task);
    await readWhatChanged(queries, transaction.after);
    setProgress(end);
    if (end.at === "done") onDone?.();
    if (sent.length > 0) setTimeout(() => isThere() && dismissEnded(system, sent), TIME_TO_READ);
  }

  return { progress, run };
}

type Attempt<input> = {
  transaction: Transaction<input>;
  input: input;
  report: (progress: Progress) => void;
  attend: (hash: Hex) => void;
  isThere: () => boolean;
};

async function attempt<input>(actor: Actor, what: Attempt<input>): Promise<Progress> {
  try {
    return await takeSteps(actor, what);
  } catch (error) {
    const words = await import("../content/errors/describeError.ts").then(
      ({ describeError }) => describeError(error),
      () => commonWords.unreachableHelp,
    );
    return { at: "stopped", words };
  }
}

async function takeSteps<input>(actor: Actor, what: Attempt<input>): Promise<Progress> {
  const { transaction, input, report } = what;
  const obstacle = await transaction.check(actor, input);
  if (obstacle !== null) return { at: "stopped", words: obstacle };

  const { ensureNetwork, sendStep, waitFor } = await loadParts();
  await ensureNetwork(actor.system);
  const steps = await transaction.steps(actor, input);
  const labels = steps.map(({ label }) => label);
  let last: Hex | undefined;
  for (const [index, step] of steps.entries()) {
    report({ at: "wallet", step: index + 1, labels });
    const hash = await sendStep(actor, step, index > 0);
    last = hash;
    report({ at: "chain", step: index + 1, labels });
    const outcome = await seeThrough(actor, what, { hash, step, waitFor, isLast: index === steps.length - 1 });
    if (outcome !== "confirmed") return { at: "stopped", words: UNDONE[outcome] };
  }
  return { at: "done", words: transaction.done(input), hash: last };
}

/** All that is needed until the end, before anything is sent: a part that cannot be loaded must not hide what was. */
async function loadParts() {
  const [{ ensureNetwork, sendStep }, { waitFor }] = await Promise.all([
    import("./wallet/sendStep.ts"),
    import("./waitFor.ts"),
    import("../content/errors/describeError.ts"),
    import("./readAgain.ts"),
  ]);
  return { ensureNetwork, sendStep, waitFor };
}

/** Everything, where the page cannot load what says which. */
function readWhatChanged(queries: QueryClient, touched: Touched): Promise<void> {
  return import("./readAgain.ts").then(
    ({ readAgain }) => readAgain(queries, touched),
    () => queries.invalidateQueries(),
  );
}

const UNDONE = {
  failed: transactionWords.reverted,
  replaced: transactionWords.replaced,
  kept: transactionWords.kept,
};

type SentStep = { hash: Hex; step: NamedStep; waitFor: WaitFor; isLast: boolean };
type WaitFor = (system: System, hash: Hex) => Promise<Outcome>;

/** Noted on this device first, so that a page that was closed meanwhile finds it again. */
async function seeThrough<input>(
  { system }: Actor,
  { transaction, input, attend, isThere }: Attempt<input>,
  { hash, step, waitFor, isLast }: SentStep,
): Promise<Outcome> {
  attend(hash);
  const title = i18n._(isLast ? transaction.title(input) : step.label);
  const done = i18n._(isLast ? transaction.done(input) : step.label);
  noteSent(system, { hash, title, done, after: transaction.after, outcome: "waiting" });

  const outcome = await waitFor(system, hash);
  if (isThere() && !isLast && outcome === "confirmed") dismissSent(system, hash);
  return outcome;
}

/** What the form has shown to its end; what the chain has not decided stays. */
function dismissEnded(system: System, hashes: readonly Hex[]): void {
  readJournal(system)
    .filter(({ hash, outcome }) => hashes.includes(hash) && outcome !== "waiting")
    .forEach(({ hash }) => dismissSent(system, hash));
}
