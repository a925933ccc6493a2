import { shareOfferingEvents } from "@one-small-town/core/abis/shareOfferingEvents.ts";
import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import type { Head } from "@one-small-town/core/asking/endOfReading.ts";
import { dividing } from "@one-small-town/core/asking/inRanges.ts";
import { partsOf } from "@one-small-town/core/asking/ranges.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { decodePart } from "@one-small-town/core/history/file/decodePart.ts";
import { families, lower } from "@one-small-town/core/history/file/Family.ts";
import type { HistoryIndex, PartEntry } from "@one-small-town/core/history/file/HistoryIndex.ts";
import type { Part } from "@one-small-town/core/history/file/Part.ts";
import { beginParts, type Growing } from "@one-small-town/core/history/file/partsOf.ts";
import { recordsOf } from "@one-small-town/core/history/file/recordsOf.ts";
import type { Sheet } from "@one-small-town/core/history/file/Record.ts";
import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import { type Address, type Hash, numberToHex } from "viem";
import { Mistake } from "../commands/Mistake.mjs";
import { History } from "./History.ts";
import { openHistory, writeHistory } from "./historyFolder.ts";
import { type Reading, readTold, sheetsToldIn } from "./readTold.ts";

/** Blocks that are read at once: what happened in them is in memory as the node wrote it. */
const BLOCKS_AT_ONCE = 10_000n;

type Extending = {
  deployment: Deployment;
  folder: string;
  /** The last block that is read. */
  end: Head;
  onRead?: (share: number) => void;
};

/** What a run did: which blocks it read, what is in the folder now, and the index. */
export type Extended = { from: number; to: number; events: number; parts: readonly PartEntry[]; index: string };

/**
 * Reads what is new up to a block, and writes it to a folder of history files behind what is there. The parts that are
 * full stay as they are. Throws where the chain is not the one that those were read from.
 */
export async function extendHistory(ask: Ask, { deployment, folder, end, onRead }: Extending): Promise<Extended> {
  const known = await openHistory(folder, deployment);
  const upTo = { number: Number(end.number), hash: end.hash.toLowerCase() as Hash, time: end.time };
  if (known !== null) await requireSameChain(ask, folder, known.index.upTo);
  if (known !== null && known.index.upTo.number > upTo.number) {
    throw new Mistake(
      `The history in ${folder} was read up to block ${known.index.upTo.number}, and only ${upTo.number} is final at this node. Ask again later, or another node.`,
    );
  }
  const last = families.flatMap((family) => known?.parts.findLast(({ entry }) => entry.family === family) ?? []);
  const earlier = (known?.parts ?? []).filter((part) => !last.includes(part)).map(({ entry }) => entry);
  const tokens = new Set((known?.parts ?? []).flatMap(({ part }) => tokensIn(part, deployment)));
  const history = new History(
    deployment,
    openParts(
      deployment,
      last.map(({ part }) => part),
    ),
  );
  for (const { part } of last) history.add(toldIn(part, deployment));

  const from = known === null ? deployment.startBlock : known.index.upTo.number + 1;
  const ranges = partsOf({ fromBlock: BigInt(from), toBlock: end.number }, BLOCKS_AT_ONCE);
  const read = dividing(ask);
  let events = 0;
  for (const [i, range] of ranges.entries()) {
    const told = await readTold(read, { ...range, deployment, tokens, stateAt: end.number });
    history.add(told);
    events += told.events.length;
    onRead?.((i + 1) / ranges.length);
  }
  await requireSameChain(ask, folder, upTo);
  const { files, index } = history.write(upTo, earlier);
  writeHistory(folder, files, index);
  return { from, to: upTo.number, events, parts: [...earlier, ...files.map(({ entry }) => entry)], index };
}

/** Each family's last part grows on, from where it began. */
function openParts(deployment: Deployment, last: readonly { family: string; from: number }[]): Growing[] {
  return beginParts(deployment.startBlock).map((growing) => {
    return { ...growing, from: last.find(({ family }) => family === growing.family)?.from ?? growing.from };
  });
}

/** What was read for a part, from its file. */
function toldIn(part: Part, deployment: Deployment): Reading {
  const events = recordsOf(part);
  const sheets = sheetsToldIn(events, deployment).flatMap(([place, pointer]): [string, Sheet][] => {
    const code = part.sheets.get(pointer);
    return code === undefined ? [] : [[place, { pointer, code }]];
  });
  return { events, sheets: new Map(sheets) };
}

/** The tokens of businesses that a part tells of. */
function tokensIn(part: Part, { addresses }: Deployment): Address[] {
  const sales = decodePart(part, shareOfferingEvents, new Set([lower(addresses.ShareOffering)]));
  return eventsNamed(sales, "OfferingApproved").map(({ args }) => lower(args.token));
}

/** Two histories must not stand side by side in one file. */
async function requireSameChain(ask: Ask, folder: string, { number, hash }: HistoryIndex["upTo"]): Promise<void> {
  const block = await ask({ method: "eth_getBlockByNumber", params: [numberToHex(number), false] });
  if ((block as { hash: string } | null)?.hash.toLowerCase() === hash) return;
  throw new Mistake(
    `Block ${number} is another at this node than the history in ${folder} says. It was read from another chain, or one that took it back: remove the folder, and all is read anew.`,
  );
}
