import type { MessageDescriptor } from "@lingui/core";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Hex } from "viem";
import { i18n } from "../content/i18n.ts";
import { commonWords } from "../content/words/common.ts";
import { transactionWords } from "../content/words/transactions.ts";
import type { System } from "../chain/System.ts";
import { useSystem } from "../chain/useSystem.ts";
import { leaveWords, useAttention } from "./attention.ts";
import { dismissSent, noteChange, noteSent, type Outcome, readJournal, type Sent } from "./journal.ts";
import { Obstacle } from "./Obstacle.ts";
import type { Actor, NamedStep, Touched, Transaction } from "./Transaction.ts";
import type { JustSent } from "./wallet/sendStep.ts";
import { chooseWallet, useWallet, type Wallet } from "./wallet/walletStore.ts";

export type Progress =
  | { at: "idle" }
  | { at: "checking" }
  | { at: "network" }
  | Running
  | { at: "done"; words: MessageDescriptor; hash: Hex | null }
  | Stopped;

/** `isRefused` where the person said no; `isObstacle` where nothing else on the page tells it. */
type Stopped = { at: "stopped"; words: MessageDescriptor; isRefused?: boolean; isObstacle?: boolean };

/** Waiting for the person in their wallet, or for the chain; `step` counts from 1. */
export type Running = {
  at: "wallet" | "chain";
  step: number;
  labels: readonly MessageDescriptor[];
  isUnnamed?: boolean;
};

/** Who does what right now, also where the form that began it is gone and has come back: nothing is paid for twice. */
const underWay = new Set<string>();

/** Who was told just now that they cannot pay the fee of what: their next tap goes on, as somebody else may pay it. */
const warned = new Set<string>();

/** A form that is gone sooner, because nothing is left to do in it, leaves its end to the list on top of the page. */
const TIME_TO_READ = 5_000;

/** Runs a transaction of this folder from the check to the confirmation, one step after the other. */
export function useTransaction<input>(transaction: Transaction<input>, onDone?: () => void) {
  const system = useSystem();
  const wallet = useWallet();
  const queries = useQueryClient();
  const { attend, leave, isThere } = useAttention();
  const [progress, setProgress] = useState<Progress>({ at: "idle" });

  async function run(input: input): Promise<void> {
    if (wallet === null) {
      chooseWallet();
      return;
    }
    const title = transaction.title(input);
    const task = `${wallet.address} ${i18n._(title)}`;
    if (underWay.has(task)) return setProgress({ at: "stopped", words: transactionWords.again });
    underWay.add(task);
    setProgress({ at: "checking" });
    const sent: string[] = [];
    const note = (id: string) => {
      sent.push(id);
      attend(id);
    };
    const end = await attempt({ system, wallet, task, transaction, input, report: setProgress, attend: note, isThere });
    underWay.delete(task);
    await readWhatChanged(queries, transaction.after);
    setProgress(end);
    if (end.at === "done") onDone?.();
    if (end.at === "stopped" && end.isObstacle === true && !isThere()) leaveWords({ title, words: end.words });
    sent.filter((id) => !hasEnded(system, id)).forEach(leave);
    if (sent.length > 0) setTimeout(() => isThere() && dismissEnded(system, sent), TIME_TO_READ);
  }

  return { progress, run };
}

type Attempt<input> = {
  system: System;
  wallet: Wallet;
  task: string;
  transaction: Transaction<input>;
  input: input;
  report: (progress: Progress) => void;
  attend: (id: string) => void;
  isThere: () => boolean;
};

async function attempt<input>(what: Attempt<input>): Promise<Progress> {
  try {
    return await takeSteps(what);
  } catch (error) {
    if (error instanceof Obstacle) return { at: "stopped", words: error.words, isObstacle: true };
    return describe(error);
  }
}

async function describe(thrown: unknown): Promise<Progress> {
  try {
    const [{ describeError }, { isRefusal }] = await Promise.all([
      import("../content/errors/describeError.ts"),
      import("../content/errors/describeTrouble.ts"),
    ]);
    return { at: "stopped", words: describeError(thrown), isRefused: isRefusal(thrown) };
  } catch {
    return { at: "stopped", words: commonWords.unreachableHelp };
  }
}

async function takeSteps<input>(what: Attempt<input>): Promise<Progress> {
  const { system, wallet, task, transaction, input, report } = what;
  const actor: Actor = { system, address: wallet.address };
  const isWarned = warned.delete(task);
  // What the check does not need to wait for goes on beside it; what it says comes first.
  const [loading, left] = [loadParts(), transaction.steps(actor, input)];
  void Promise.allSettled([loading, left]);
  const obstacle = await transaction.check(actor, input);
  if (obstacle !== null) return { at: "stopped", words: obstacle };

  const { ensureNetwork, planFees, sendCall, waitFor } = await loading;
  let isOld = false;
  await ensureNetwork(system, () => {
    isOld = true; // its owner takes their time
    report({ at: "network" });
  });
  const steps = await (isOld ? transaction.steps(actor, input) : left);
  const labels = steps.map(({ label }) => label);
  const hashes: Hex[] = [];
  let end: Sent | null = null;
  for (const [index, step] of steps.entries()) {
    const isNext = index > 0;
    const number = index + 1;
    if (isNext) await ensureNetwork(system, () => report({ at: "network" }));
    const { call, gas } = await planFees(actor, {
      steps: isNext ? [step] : steps,
      feeCurrency: wallet.feeCurrency,
      isNext,
      isWarned,
    }).catch((error: unknown) => {
      if (error instanceof Obstacle) warned.add(task);
      throw error;
    });
    report({ at: "wallet", step: number, labels });
    const justSent = await sendCall(system, call, gas);
    report({ at: "chain", step: number, labels, isUnnamed: justSent.hash === null });
    end = await seeThrough(what, { justSent, step, waitFor, isLast: number === steps.length });
    if (end.hash !== null) hashes.push(end.hash);
    if (end.outcome !== "confirmed") return { at: "stopped", words: UNDONE[end.outcome] };
  }
  const words = await wordsOf(actor, what, hashes);
  if (end !== null) noteChange(system, { ...end, done: i18n._(words) });
  return { at: "done", words, hash: end?.hash ?? null };
}

/** What has happened, as far as the chain tells it now. */
async function wordsOf<input>(actor: Actor, { transaction, input }: Attempt<input>, hashes: readonly Hex[]) {
  const words = transaction.done(input);
  return transaction.told?.(actor, input, hashes).catch(() => words) ?? words;
}

/** All that is needed until the end, before anything is sent: a part that cannot be loaded must not hide what was. */
async function loadParts() {
  const [{ ensureNetwork, sendCall }, { planFees }, { waitFor }] = await Promise.all([
    import("./wallet/sendStep.ts"),
    import("./planFees.ts"),
    import("./waitFor.ts"),
    import("../content/errors/describeError.ts"),
    import("./readAgain.ts"),
  ]);
  return { ensureNetwork, planFees, sendCall, waitFor };
}

/** Everything, where the page cannot load what says which. */
function readWhatChanged(queries: QueryClient, touched: Touched): Promise<void> {
  return import("./readAgain.ts").then(
    ({ readAgain }) => readAgain(queries, touched),
    () => queries.invalidateQueries(),
  );
}

/** `waiting` is what nobody waits for any more: it was dismissed. */
const UNDONE: Record<Exclude<Outcome, "confirmed"> | "lost" | "waiting", MessageDescriptor> = {
  failed: transactionWords.reverted,
  replaced: transactionWords.replaced,
  cancelled: transactionWords.cancelled,
  kept: transactionWords.kept,
  lost: transactionWords.lost,
  waiting: transactionWords.lost,
};

type SentStep = { justSent: JustSent; step: NamedStep; waitFor: WaitFor; isLast: boolean };
type WaitFor = (system: System, sent: Sent) => Promise<Sent>;

/** Noted on this device first, so that a page that was closed meanwhile finds it again. */
async function seeThrough<input>(
  { system, transaction, input, attend, isThere }: Attempt<input>,
  { justSent, step, waitFor, isLast }: SentStep,
): Promise<Sent> {
  const time = Date.now();
  const sent: Sent = {
    ...justSent,
    id: `${justSent.hash ?? justSent.call} ${time}`,
    time,
    title: i18n._(isLast ? transaction.title(input) : step.label),
    done: i18n._(isLast ? transaction.done(input) : step.label),
    after: transaction.after,
    isSeen: false,
    isResent: false,
    outcome: "waiting",
  };
  attend(sent.id);
  noteSent(system, sent);

  const end = await waitFor(system, sent);
  if (isThere() && !isLast && end.outcome === "confirmed") dismissSent(system, sent.id);
  return end;
}

function hasEnded(system: System, id: string): boolean {
  const entry = readJournal(system).find((sent) => sent.id === id);
  return entry === undefined || !["waiting", "lost"].includes(entry.outcome);
}

/** What the form has shown to its end; what the chain has not decided stays. */
function dismissEnded(system: System, ids: readonly string[]): void {
  ids.filter((id) => hasEnded(system, id)).forEach((id) => dismissSent(system, id));
}
