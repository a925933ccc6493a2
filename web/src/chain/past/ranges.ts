import type { RawLog } from "@one-small-town/core/asking/logs.ts";
import { inRanges } from "@one-small-town/core/asking/inRanges.ts";
import { type BlockRange, blocksIn, partsOf } from "@one-small-town/core/asking/ranges.ts";
import { type Difference, differencesOf, toldOf } from "@one-small-town/core/history/differencesOf.ts";
import { families, lower } from "@one-small-town/core/history/file/Family.ts";
import type { HistoryIndex } from "@one-small-town/core/history/file/HistoryIndex.ts";
import { recordsOf } from "@one-small-town/core/history/file/recordsOf.ts";
import type { Told } from "@one-small-town/core/history/file/Record.ts";
import { type Receipt, receiptsRoot } from "@one-small-town/core/history/receiptsRoot.ts";
import { hexOf } from "@one-small-town/core/hex.ts";
import type { Address, Hex } from "viem";
import type { TownClient } from "../System.ts";
import type { Past } from "./Past.ts";

/** As many blocks as nodes look through at once for anybody. */
const BLOCKS = 2_000n;

/** All ranges of a history; the last may be shorter. */
export function rangesOf({ deployment, upTo }: HistoryIndex): BlockRange[] {
  return partsOf({ fromBlock: BigInt(deployment.startBlock), toBlock: BigInt(upTo.number) }, BLOCKS);
}

/** Which ranges are compared before anything is said: the newest, and one in each part. `random` is from 0 below 1. */
export function firstRanges(index: HistoryIndex, random: () => number): number[] {
  const { deployment, upTo, parts } = index;
  const rangeOf = (block: number) => Math.floor((block - deployment.startBlock) / Number(BLOCKS));
  const inParts = parts.map(({ from, to }) => rangeOf(from + Math.floor(random() * (to - from + 1))));
  return [...new Set([rangeOf(upTo.number), ...inParts])];
}

/** A range in which node and history differ, and who is wrong; "unknown" where the node cannot show it. */
export type Conflict = BlockRange & { wrong: "node" | "history" | "unknown" };

/** Compares what the history and the node tell of some blocks; null where both tell the same. */
export async function compareRange(client: TownClient, past: Past, range: BlockRange): Promise<Conflict | null> {
  const whose = await past.tellers();
  const history = await toldIn(past, range);
  const logs = await inRanges(client, range, blocksIn(range), async ({ fromBlock, toBlock }) => {
    const filter = { address: [...whose], fromBlock: hexOf(fromBlock), toBlock: hexOf(toBlock) };
    return (await client.request({ method: "eth_getLogs", params: [filter] })) as unknown as RawLog[];
  });
  const [first] = differencesOf(history, logs.map(toldOf));
  return first === undefined ? null : { ...range, wrong: await judge(client, { whose, history, logs, first }) };
}

async function toldIn(past: Past, { fromBlock, toBlock }: BlockRange): Promise<Told[]> {
  const parts = (await Promise.all(families.map((family) => past.parts(family)))).flat();
  const [from, to] = [Number(fromBlock), Number(toBlock)];
  return parts.filter((part) => part.from <= to && part.to >= from).flatMap((part) => recordsOf(part, from, to));
}

type Case = { whose: ReadonlySet<Address>; history: readonly Told[]; logs: readonly RawLog[]; first: Difference };

/**
 * Nodes leave out as well as files do. What happened in a block all its receipts say, and the hash of them stands in the
 * block's header.
 */
async function judge(client: TownClient, { whose, history, first }: Case): Promise<Conflict["wrong"]> {
  const block = hexOf(first.block);
  const header = await client
    .request({ method: "eth_getBlockByNumber", params: [block, false] })
    .then((found) => found as unknown as Header | null)
    .catch(() => null);
  if (header === null) return "unknown";
  const receipts = await receiptsOf(client, block, header).catch(() => null);
  if (receipts === null || receiptsRoot(receipts) !== header.receiptsRoot) return "unknown";
  const time = Number(header.timestamp);
  const truth = receipts
    .flatMap(({ logs }) => logs)
    .filter(({ address }) => whose.has(lower(address)))
    .map((log) => ({ ...toldOf(log), time }));
  const own = history.filter((event) => event.block === first.block);
  return differencesOf(own, truth).length === 0 ? "node" : "history";
}

type Header = { receiptsRoot: Hex; timestamp: Hex; transactions: readonly Hex[] };

/** Some nodes hand out the receipts of a block only one by one. */
async function receiptsOf(client: TownClient, block: Hex, { transactions }: Header): Promise<Receipt[]> {
  const ask = client.request as (request: { method: string; params: unknown }) => Promise<unknown>;
  const all = await ask({ method: "eth_getBlockReceipts", params: [block] }).catch(() => null);
  if (Array.isArray(all)) return all as Receipt[];
  return Promise.all(
    transactions.map((hash) => ask({ method: "eth_getTransactionReceipt", params: [hash] }) as Promise<Receipt>),
  );
}
