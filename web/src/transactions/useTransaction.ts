import type { MessageDescriptor } from "@lingui/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Hex } from "viem";
import { i18n } from "../content/i18n.ts";
import { transactionWords } from "../content/words/transactions.ts";
import type { System } from "../contracts/System.ts";
import { useSystem } from "../contracts/useSystem.ts";
import { useAttention } from "./attention.ts";
import { type Actor, type NamedStep, readAgain, type Transaction } from "./Transaction.ts";
import { chooseWallet, useWallet } from "./wallet/walletStore.ts";

export type Progress =
  | { at: "idle" }
  | { at: "checking" }
  | Running
  | { at: "done"; words: MessageDescriptor }
  | { at: "stopped"; words: MessageDescriptor };

/** Waiting for the person in their wallet, or for the chain; `step` counts from 1. */
export type Running = { at: "wallet" | "chain"; step: number; labels: readonly MessageDescriptor[] };

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
    setProgress({ at: "checking" });
    const actor = { system, address: wallet.address };
    const sent: Hex[] = [];
    const note = (hash: Hex) => {
      sent.push(hash);
      attend(hash);
    };
    const end = await attempt(actor, { transaction, input, report: setProgress, attend: note, isThere });
    await readAgain(queries);
    setProgress(end);
    if (end.at === "done") onDone?.();
    if (sent.length > 0) setTimeout(() => isThere() && void dismissAll(system, sent), TIME_TO_READ);
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
    const { describeError } = await import("../content/errors/describeError.ts");
    return { at: "stopped", words: describeError(error) };
  }
}

async function takeSteps<input>(actor: Actor, what: Attempt<input>): Promise<Progress> {
  const { transaction, input, report } = what;
  const obstacle = await transaction.check(actor, input);
  if (obstacle !== null) return { at: "stopped", words: obstacle };

  const { ensureNetwork, sendStep } = await import("./wallet/sendStep.ts");
  await ensureNetwork(actor.system);
  const steps = await transaction.steps(actor, input);
  const labels = steps.map(({ label }) => label);
  for (const [index, step] of steps.entries()) {
    report({ at: "wallet", step: index + 1, labels });
    const hash = await sendStep(actor, step);
    report({ at: "chain", step: index + 1, labels });
    const outcome = await seeThrough(actor, what, { hash, step, isLast: index === steps.length - 1 });
    if (outcome === "failed") return { at: "stopped", words: transactionWords.reverted };
  }
  return { at: "done", words: transaction.done(input) };
}

type SentStep = { hash: Hex; step: NamedStep; isLast: boolean };

/** Noted on this device first, so that a page that was closed meanwhile finds it again. */
async function seeThrough<input>(
  { system }: Actor,
  { transaction, input, attend, isThere }: Attempt<input>,
  { hash, step, isLast }: SentStep,
): Promise<"confirmed" | "failed"> {
  const [{ dismissSent, noteSent }, { waitFor }] = await Promise.all([import("./journal.ts"), import("./waitFor.ts")]);
  attend(hash);
  const title = i18n._(isLast ? transaction.title(input) : step.label);
  const done = i18n._(isLast ? transaction.done(input) : step.label);
  noteSent(system, { hash, title, done, outcome: "waiting" });

  const outcome = await waitFor(system, hash);
  if (isThere() && !isLast && outcome === "confirmed") dismissSent(system, hash);
  return outcome;
}

async function dismissAll(system: System, hashes: readonly Hex[]): Promise<void> {
  const { dismissSent } = await import("./journal.ts");
  for (const hash of hashes) dismissSent(system, hash);
}
