import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import type { Head } from "@one-small-town/core/asking/endOfReading.ts";
import { partsOf } from "@one-small-town/core/asking/ranges.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { type Difference, differencesOf } from "@one-small-town/core/history/differencesOf.ts";
import { recordsOf } from "@one-small-town/core/history/file/recordsOf.ts";
import type { Told } from "@one-small-town/core/history/file/Record.ts";
import { type Address, numberToHex } from "viem";
import type { Line } from "../audit/Report.ts";
import { utc } from "../audit/words/figures.ts";
import { History } from "./History.ts";
import { openHistory, type OpenHistory } from "./historyFolder.ts";
import { readTold } from "./readTold.ts";

const BLOCKS_AT_ONCE = 10_000n;

/** More of the same says nothing new. */
const MOST = 20;

/**
 * Compares a whole history, event by event and byte by byte, with what the chain tells up to the history's last block.
 * `place` is a folder, or an address under which the files are.
 */
export async function compareHistory(ask: Ask, deployment: Deployment, block: Head, place: string): Promise<Line[]> {
  const history = await openHistory(place, deployment);
  if (history === null) return [{ outcome: "broken", words: `There is no history in ${place}.` }];
  const { number, hash, time } = history.index.upTo;
  if (BigInt(number) > block.number) {
    return [{ outcome: "unavailable", words: `It goes on to block ${number}, after the one that is audited.` }];
  }
  const header = await ask({ method: "eth_getBlockByNumber", params: [numberToHex(number), false] });
  if ((header as { hash: string } | null)?.hash.toLowerCase() !== hash) {
    return [{ outcome: "broken", words: `Its last block, ${number}, is another on this chain.` }];
  }
  const { written, events } = await readAgain(ask, deployment, history.index.upTo, block.number);
  if (history.text === written.index) {
    const words = `${events.length} events in ${history.parts.length} files are those that the chain tells, and the timesheets' bytes with them, up to block ${number}, ${utc(time)}.`;
    return [{ outcome: "holds", words }];
  }
  const differences = differencesOf(
    history.parts.flatMap(({ part }) => recordsOf(part)),
    events,
  ).map(describe);
  const more = differences.length > MOST ? [`${differences.length - MOST} more.`] : [];
  const unexplained =
    "Its events are the chain's, but its files are not cut, or its timesheets not written, as they must be.";
  const words = differences.length === 0 ? [unexplained] : [...differences.slice(0, MOST), ...more];
  return words.map((sentence) => ({ outcome: "broken", words: sentence }));
}

/** The history as it must be, written from what the chain tells. */
async function readAgain(ask: Ask, deployment: Deployment, upTo: OpenHistory["index"]["upTo"], stateAt: bigint) {
  const whole = new History(deployment);
  const tokens = new Set<Address>();
  const events: Told[] = [];
  const range = { fromBlock: BigInt(deployment.startBlock), toBlock: BigInt(upTo.number) };
  for (const part of partsOf(range, BLOCKS_AT_ONCE)) {
    const told = await readTold(ask, { ...part, deployment, tokens, stateAt });
    whole.add(told);
    for (const event of told.events) events.push(event);
  }
  return { written: whole.write(upTo), events };
}

const WORDS: Record<Difference["what"], string> = {
  omitted: "is missing in the history",
  invented: "is in the history, and not on the chain",
  address: "is another contract's in the history",
  topics: "is of another kind or about others in the history",
  data: "says something else in the history",
  transaction: "is in another transaction in the history",
  time: "has another time in the history",
};

function describe({ block, log, what }: Difference): string {
  return `Event ${log} of block ${block} ${WORDS[what]}.`;
}
