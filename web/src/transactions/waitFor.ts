import { getAbiItem, type Hex, toEventSelector, WaitForTransactionReceiptTimeoutError } from "viem";
import { waitForTransactionReceipt } from "viem/actions";
import type { System } from "../chain/System.ts";
import { contributionsEvents } from "@one-small-town/core/abis/contributionsEvents.ts";
import { shareOfferingEvents } from "@one-small-town/core/abis/shareOfferingEvents.ts";
import { noteOutcome, type Outcome } from "./journal.ts";

/** Events of a payment that the currency refused: the contract keeps it for the person. */
const KEPT: readonly (Hex | undefined)[] = [
  toEventSelector(getAbiItem({ abi: contributionsEvents, name: "CashKept" })),
  toEventSelector(getAbiItem({ abi: shareOfferingEvents, name: "RefundKept" })),
];

const HOURS = 3_600_000;
const PAUSE = 3_000;

/** Waits until the chain has taken a transaction, and writes down how it ended. A lost connection is waited out. */
export async function waitFor(system: System, hash: Hex): Promise<Outcome> {
  for (;;) {
    try {
      const outcome = await outcomeOf(system, hash);
      noteOutcome(system, hash, outcome);
      return outcome;
    } catch (error) {
      // What was sent is sent, whatever the node says: nobody may be told to try again before the chain has decided.
      if (error instanceof WaitForTransactionReceiptTimeoutError) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

/** A wallet can speed a transaction up, which keeps what it does, or put another one in its place, which does not. */
async function outcomeOf({ client }: System, hash: Hex): Promise<Outcome> {
  let isReplaced = false;
  const { status, logs } = await waitForTransactionReceipt(client, {
    hash,
    timeout: 6 * HOURS,
    retryCount: 1_000,
    retryDelay: PAUSE,
    pollingInterval: 1_000,
    onReplaced: ({ reason }) => (isReplaced = reason !== "repriced"),
  });
  if (isReplaced) return "replaced";
  if (status !== "success") return "failed";
  return logs.some(({ topics }) => KEPT.includes(topics[0])) ? "kept" : "confirmed";
}
