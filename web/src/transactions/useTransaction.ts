import type { MessageDescriptor } from "@lingui/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { i18n } from "../content/i18n.ts";
import { transactionWords } from "../content/words/transactions.ts";
import { useSystem } from "../contracts/useSystem.ts";
import { noteSent } from "./journal.ts";
import { type NamedStep, readAgain, type Transaction } from "./Transaction.ts";
import { chooseWallet, useWallet } from "./wallet/walletStore.ts";

export type Progress =
  | { at: "idle" | "checking" }
  /** Waiting for the person in their wallet, or for the chain; `step` counts from 1. */
  | { at: "wallet" | "chain"; step: number; steps: number; label: MessageDescriptor }
  | { at: "done"; words: MessageDescriptor }
  | { at: "stopped"; words: MessageDescriptor };

/** Runs a transaction of this folder from the check to the confirmation, one step after the other. */
export function useTransaction<input>(transaction: Transaction<input>) {
  const system = useSystem();
  const wallet = useWallet();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress>({ at: "idle" });

  async function run(input: input): Promise<void> {
    if (wallet === null) {
      chooseWallet();
      return;
    }
    setProgress({ at: "checking" });
    try {
      setProgress(await attempt(input, wallet.address));
    } catch (error) {
      const { describeError } = await import("../content/errors/describeError.ts");
      setProgress({ at: "stopped", words: describeError(error) });
    }
    await readAgain(queries);
  }

  async function attempt(input: input, address: NonNullable<typeof wallet>["address"]): Promise<Progress> {
    const { ensureNetwork } = await import("./wallet/ensureNetwork.ts");
    const actor = { system, address };
    const obstacle = await transaction.check(actor, input);
    if (obstacle !== null) return { at: "stopped", words: obstacle };

    await ensureNetwork(system);
    const steps = await transaction.steps(actor, input);
    for (const [index, step] of steps.entries()) {
      const outcome = await take(step, index, steps.length, input);
      if (outcome === "failed") return { at: "stopped", words: transactionWords.reverted };
    }
    return { at: "done", words: transaction.done(input) };

    async function take(named: NamedStep, index: number, count: number, what: input) {
      const { sendStep } = await import("./sendStep.ts");
      const { waitFor } = await import("./waitFor.ts");
      const place = { step: index + 1, steps: count, label: named.label };
      setProgress({ at: "wallet", ...place });
      const hash = await sendStep(actor, named);
      const isLast = index === count - 1;
      const words = { title: i18n._(transaction.title(what)), done: i18n._(isLast ? transaction.done(what) : named.label) };
      noteSent(system, { hash, ...words, isLast, outcome: "waiting" });
      setProgress({ at: "chain", ...place });
      return waitFor(system, hash);
    }
  }

  return { progress, run, reset: () => setProgress({ at: "idle" }) };
}
