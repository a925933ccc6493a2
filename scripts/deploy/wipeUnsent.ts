import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { HardhatArtifactResolver } from "@nomicfoundation/hardhat-ignition/helpers";
import { wipe } from "@nomicfoundation/ignition-core";
import hre from "hardhat";

type Entry = { type: string; futureId: string; nonce?: number };

/**
 * Ignition writes down what it is about to send, and what it has sent. Where a node refused between the two, it would ask
 * for a transaction that nobody can find. `nonce` is the deployer's next one: what was to have it was never sent, and is
 * wiped from the journal, to be sent by the run that follows.
 */
export async function wipeUnsent(journal: string, nonce: number): Promise<void> {
  const file = path.join(journal, "journal.jsonl");
  if (!existsSync(file)) return;
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  for (const future of unsentIn(
    lines.map((line) => JSON.parse(line) as Entry),
    nonce,
  )) {
    await wipe(journal, new HardhatArtifactResolver(hre.artifacts), future);
  }
}

function unsentIn(entries: readonly Entry[], nonce: number): Set<string> {
  const unsent = new Set<string>();
  for (const entry of entries) {
    if (entry.type === "TRANSACTION_PREPARE_SEND" && entry.nonce === nonce) unsent.add(entry.futureId);
    if (entry.type === "TRANSACTION_SEND" || entry.type === "WIPE_APPLY") unsent.delete(entry.futureId);
  }
  return unsent;
}
