import { plainText } from "@one-small-town/core/plainText.ts";
import type { Step } from "@one-small-town/core/Step.ts";
import type { Signer, TransactionReceipt, TransactionResponse } from "ethers";
import type { Context } from "../acts/Context.ts";
import { revertOf } from "../send.ts";
import { describeEvent, events, nameOf, withNames } from "./describe.ts";
import { explainRefusal } from "./explainRefusal.ts";
import { refusalOf } from "./refusalOf.ts";
import { callOf } from "./safeFile.ts";

/** A transaction that came through, and what it says that it did. */
export type Sent = { hash: string; block: number; gas: string; events: string[]; leftOut: string[] };

/** How far it came: what stopped it, and the transaction of which nobody knows whether it came through. */
type Way = { done: Sent[]; stopped?: string; unconfirmed?: string };

/** An event that says who of a batch was left out, and why. */
const LEFT_OUT = /Skipped$/;

const AGAIN = "Run this again: it asks first, and sends nothing twice.";

/**
 * Sends steps one after the other, each once it is known that the contract takes it, and tells each at once. Never throws:
 * what was sent is told whatever happens next.
 */
export async function sendAll(
  context: Context,
  signer: Signer,
  steps: readonly Step[],
  tell: (line: string) => void,
): Promise<Way> {
  const way: Way = { done: [] };
  for (const [i, step] of steps.entries()) {
    const of = steps.length > 1 ? `${i + 1} of ${steps.length}: ` : "";
    const transaction = await sendOne(context, signer, step, i > 0).catch(reasonOf);
    if (typeof transaction === "string") {
      way.stopped = transaction;
      tell(`✘ ${of}${nameOf(step)} was not sent: ${transaction}`);
      return way;
    }
    tell(`  ${of}${nameOf(step)}, transaction ${transaction.hash}`);
    const receipt = await waitFor(transaction);
    if (typeof receipt === "string") {
      way.stopped = receipt;
      way.unconfirmed = transaction.hash;
      tell(`✘ ${receipt}`);
      return way;
    }
    const sent = readReceipt(receipt);
    for (const line of linesOf(sent)) tell(`     ${withNames(line, context.deployment)}`);
    way.done.push(sent);
  }
  return way;
}

/** Sends a step; where others went before it, it is asked again whether the contract takes it. */
async function sendOne(
  { provider, sender }: Context,
  signer: Signer,
  step: Step,
  isLater: boolean,
): Promise<TransactionResponse | string> {
  const refusal = isLater ? await refusalOf(provider, sender(), step) : undefined;
  return refusal ?? signer.sendTransaction(callOf(step));
}

/** What a contract, a wallet or a node said. */
function reasonOf(failure: unknown): string {
  const error = revertOf(failure);
  if (error !== null) return explainRefusal(error);
  const { shortMessage, message } = failure as Record<"shortMessage" | "message", unknown>;
  const said = [shortMessage, message].find((words) => typeof words === "string");
  return plainText(said ?? "without a reason", 200);
}

/** Waits for a transaction; of what goes wrong meanwhile it gives what that means. */
async function waitFor(transaction: TransactionResponse): Promise<TransactionReceipt | string> {
  const { hash } = transaction;
  try {
    return (await transaction.wait()) ?? `The node knows nothing more of transaction ${hash}. ${AGAIN}`;
  } catch (failure) {
    if ((failure as { code?: unknown }).code === "CALL_EXCEPTION")
      return `Transaction ${hash} was refused: something came in between. It changed nothing.`;
    return `Transaction ${hash} was sent, and then the node did not answer (${reasonOf(failure)}). ${AGAIN}`;
  }
}

/** So many events of a transaction are told on a terminal, and the others counted. */
const MOST_TOLD = 8;

/** What a transaction changed, without what tokens say of each payment; everybody who was left out. */
function linesOf({ events: all, leftOut }: Sent): string[] {
  const told = all.filter((event) => !/^(Transfer|Approval)\(/.test(event));
  const more = told.length - MOST_TOLD;
  return [
    ...told.slice(0, MOST_TOLD),
    ...(more > 0 ? [`… and ${more} more of the same transaction`] : []),
    ...leftOut.map((event) => `! left out: ${event}`),
  ];
}

function readReceipt(receipt: TransactionReceipt): Sent {
  const read = receipt.logs.flatMap((log) => events.parseLog(log) ?? []);
  return {
    hash: receipt.hash,
    block: receipt.blockNumber,
    gas: String(receipt.gasUsed),
    events: read.filter(({ name }) => !LEFT_OUT.test(name)).map(describeEvent),
    leftOut: read.filter(({ name }) => LEFT_OUT.test(name)).map(describeEvent),
  };
}
