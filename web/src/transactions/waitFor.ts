import { getAbiItem, type Hex, numberToHex, toEventSelector } from "viem";
import { contributionsEvents } from "@one-small-town/core/abis/contributionsEvents.ts";
import { shareOfferingEvents } from "@one-small-town/core/abis/shareOfferingEvents.ts";
import type { System, TownClient } from "../chain/System.ts";
import { callOf } from "./callOf.ts";
import { noteChange, type Sent } from "./journal.ts";

/** Events of a payment that the currency refused: the contract keeps it for the person. */
const KEPT: readonly (Hex | undefined)[] = [
  toEventSelector(getAbiItem({ abi: contributionsEvents, name: "CashKept" })),
  toEventSelector(getAbiItem({ abi: shareOfferingEvents, name: "RefundKept" })),
];

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Nodes forget a transaction sooner than that only when they have dropped it. */
const LOST_AFTER = 10 * MINUTE;

/** Behind one address stand several nodes, of which some lag: only what several looks agree on counts. */
const SURE = 5;

/** How many places in the sender's row are looked through for a transaction whose own place is a guess. */
const PLACES = 10;

/** What the looks at one transaction have in common. */
type Watch = {
  /** When a node last had it. */
  known: number;
  /** How often its place was taken, and nobody could say by what. */
  misses: number;
  /** The first place that was not yet looked at, while its own is a guess. */
  next: number;
};

/**
 * Waits until the chain tells something else of a transaction than `sent.outcome`, and writes it down: that it has ended,
 * that it is lost, or that a lost one is known again. A lost connection is waited out: what was sent is sent, whatever
 * the node says, and nobody may be told to try again before the chain has decided.
 *
 * @param isWanted whether anybody still waits; without them it ends as it is.
 */
export async function waitFor(system: System, sent: Sent, isWanted: () => boolean = () => true): Promise<Sent> {
  const watch: Watch = { known: sent.time, misses: 0, next: sent.nonce };
  let present = sent;
  for (;;) {
    try {
      const seen = await look(system.client, present, watch);
      if (seen !== present) noteChange(system, seen);
      present = seen;
    } catch {
      // Looked at again below.
    }
    if (present.outcome !== sent.outcome || !isWanted()) return present;
    await pause(Math.min(Math.max((Date.now() - sent.time) / 20, SECOND), MINUTE));
  }
}

async function look(client: TownClient, sent: Sent, watch: Watch): Promise<Sent> {
  const receipt = sent.hash === null ? null : await receiptOf(client, sent.hash);
  if (receipt !== null) return { ...sent, isSeen: true, outcome: outcomeOf(receipt) };

  const shown = sent.hash === null ? null : await transactionOf(client, sent.hash);
  if (shown !== null) {
    watch.known = Date.now();
    const nonce = Number(shown.nonce);
    const isNews = !sent.isSeen || sent.nonce !== nonce || sent.outcome === "lost";
    if (isNews) return { ...sent, from: shown.from, nonce, isSeen: true, outcome: "waiting" };
  }
  const used = Number(await client.request({ method: "eth_getTransactionCount", params: [sent.from, "latest"] }));
  if (used > sent.nonce) return lookForAnother(client, { sent, watch, used });
  if (shown === null && Date.now() - watch.known > LOST_AFTER) return asLost(sent);
  return sent;
}

function asLost(sent: Sent): Sent {
  return sent.outcome === "lost" ? sent : { ...sent, outcome: "lost" };
}

type Taken = { sent: Sent; watch: Watch; used: number };

/** Its place in the row is taken: by itself under another hash, or by something else. */
async function lookForAnother(client: TownClient, { sent, watch, used }: Taken): Promise<Sent> {
  const last = sent.isSeen ? sent.nonce : Math.min(used - 1, sent.nonce + PLACES);
  for (let nonce = sent.isSeen ? sent.nonce : watch.next; nonce <= last; nonce++) {
    const taken = await minedAt(client, sent, nonce).catch(() => null); // nodes keep the past for some minutes only
    if (taken?.hash === sent.hash) return sent; // its receipt is on the way
    if (taken !== null && callOf(taken) === sent.call) {
      return { ...sent, hash: taken.hash, nonce, isSeen: true, isResent: sent.hash !== null };
    }
    if (sent.isSeen && taken !== null) return { ...sent, outcome: isNothing(taken) ? "cancelled" : "replaced" };
    if (taken !== null) watch.next = nonce + 1;
  }
  watch.misses++;
  if (sent.isSeen && watch.misses >= SURE) return { ...sent, outcome: "replaced" };
  return Date.now() - watch.known > LOST_AFTER ? asLost(sent) : sent;
}

/** What wallets send to cancel: nothing, to their owner. */
function isNothing({ from, to, input }: RawTransaction): boolean {
  return input === "0x" && to?.toLowerCase() === from.toLowerCase();
}

/** The sender's transaction at this place, found by halving the blocks since it was sent; null if none is there yet. */
async function minedAt(client: TownClient, { from, block }: Sent, nonce: number): Promise<RawTransaction | null> {
  let [before, at] = [block - 1, Number(await client.request({ method: "eth_blockNumber" }))];
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2);
    const count = Number(
      await client.request({ method: "eth_getTransactionCount", params: [from, numberToHex(middle)] }),
    );
    if (count > nonce) at = middle;
    else before = middle;
  }
  const mined = await client.request({ method: "eth_getBlockByNumber", params: [numberToHex(Math.max(at, 0)), true] });
  const transactions = (mined?.transactions ?? []) as unknown as RawTransaction[];
  const isIt = (each: RawTransaction) => each.from.toLowerCase() === from.toLowerCase() && Number(each.nonce) === nonce;
  return transactions.find(isIt) ?? null;
}

type RawTransaction = { hash: Hex; from: Hex; to: Hex | null; nonce: Hex; input: Hex };
type RawReceipt = { status: string; logs: readonly { topics: readonly Hex[] }[] };

async function transactionOf(client: TownClient, hash: Hex): Promise<RawTransaction | null> {
  const answer: unknown = await client.request({ method: "eth_getTransactionByHash", params: [hash] });
  return answer as RawTransaction | null;
}

async function receiptOf(client: TownClient, hash: Hex): Promise<RawReceipt | null> {
  const answer: unknown = await client.request({ method: "eth_getTransactionReceipt", params: [hash] });
  return answer as RawReceipt | null;
}

function outcomeOf({ status, logs }: RawReceipt): "confirmed" | "failed" | "kept" {
  if (Number(status) !== 1) return "failed";
  return logs.some(({ topics }) => KEPT.includes(topics[0])) ? "kept" : "confirmed";
}

function pause(time: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time));
}
