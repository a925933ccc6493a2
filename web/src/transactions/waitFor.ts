import type { Hex } from "viem";
import { waitForTransactionReceipt } from "viem/actions";
import type { System } from "../contracts/System.ts";
import { noteOutcome } from "./journal.ts";

const HOURS = 3_600_000;

/** Waits until the chain has taken a transaction, and writes down how it ended. A lost connection is waited out. */
export async function waitFor(system: System, hash: Hex): Promise<"confirmed" | "failed"> {
  const { status } = await waitForTransactionReceipt(system.client, {
    hash,
    timeout: 6 * HOURS,
    retryCount: 1_000,
    retryDelay: 3_000,
    pollingInterval: 1_000,
  });
  const outcome = status === "success" ? "confirmed" : "failed";
  noteOutcome(system, hash, outcome);
  return outcome;
}
