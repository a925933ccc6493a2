import { memberRegistryEvents } from "@one-small-town/core/abis/memberRegistryEvents.ts";
import { inBatches } from "@one-small-town/core/inBatches.ts";
import { type Attestation, attestResidents } from "@one-small-town/core/members/steps.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import { type Hex, parseEventLogs, type RpcLog } from "viem";
import { readAttestable } from "../chain/members/attestableQuery.ts";
import type { Town } from "../chain/members/Town.ts";
import { describeAttestProblem } from "../content/errors/describeAttestProblem.ts";
import { i18n } from "../content/i18n.ts";
import { peopleWords } from "../content/words/people.ts";
import type { Actor, Transaction } from "./Transaction.ts";

export type AttestInput = { town: Town; entries: readonly Attestation[] };

/** At about 75,000 gas a person this stays below the 16,777,216 gas that one transaction may use (EIP-7825). */
const MOST_AT_ONCE = 150;

/** Puts people on the town's list, and admits those who join. Whom the contract leaves out is said with the reason. */
export const attestPeople: Transaction<AttestInput> = {
  title: ({ entries }) => peopleWords.addTitle(entries.length),
  done: ({ entries }) => peopleWords.added(entries.length),

  async check({ system }, { town, entries }) {
    const problems = await readAttestable(system, town, entries);
    const [first] = problems;
    if (problems.includes(null)) return null;
    return entries.length === 1 && first != null ? describeAttestProblem(first) : peopleWords.nobodyLeft;
  },

  steps: ({ system }, { town, entries }) =>
    Promise.resolve(
      inBatches(entries, MOST_AT_ONCE).map((batch) => ({
        label: peopleWords.addTitle(batch.length),
        step: attestResidents(system.deployment, town.id, batch),
      })),
    ),

  async told({ system }, { entries }, hashes) {
    const logs = await Promise.all(hashes.map((hash) => logsOf(system.client, hash)));
    const skipped = parseEventLogs({
      abi: memberRegistryEvents,
      eventName: "AttestationSkipped",
      logs: logs.flat() as never,
    });
    if (skipped.length === 0) return peopleWords.added(entries.length);
    const { describeError } = await import("../content/errors/describeError.ts");
    const reasons = skipped.map(
      ({ args }) => `${shortAddress(args.wallet)}: ${i18n._(describeError({ data: args.problem }))}`,
    );
    return peopleWords.addedBut(entries.length - skipped.length, skipped.length, reasons.join(" "));
  },

  /** Who is on the list, and how many are new this week. */
  after: ["persons"],
};

async function logsOf(client: Actor["system"]["client"], hash: Hex): Promise<readonly RpcLog[]> {
  const receipt = await client.request({ method: "eth_getTransactionReceipt", params: [hash] });
  if (receipt === null) throw new Error(`The node does not show the transaction ${hash}`);
  return receipt.logs;
}
