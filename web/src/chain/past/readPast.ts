import { kindOf, refusalIn } from "@one-small-town/core/asking/kindOf.ts";
import { type BlockRange, blocksIn } from "@one-small-town/core/asking/ranges.ts";
import type { EventOf } from "@one-small-town/core/verify/Books.ts";
import {
  type Abi,
  type AbiEvent,
  type Address,
  encodeEventTopics,
  type EncodeEventTopicsParameters,
  type Hex,
  stringify,
} from "viem";
import { whenQuiet } from "../gather.ts";
import { hasTopics } from "./hasTopics.ts";
import { readEnd } from "../readEnd.ts";
import { readEvents } from "../readEvents.ts";
import type { System, TownClient } from "../System.ts";
import { mayTakeLong, PastInPieces } from "./PastInPieces.ts";

type Wanted<event extends AbiEvent> = {
  address: Address | readonly Address[];
  event: event;
  args?: Record<string, unknown>;
  /** The last block; the newest when absent. */
  toBlock?: bigint;
};

type Known = {
  /** Whether the node refused to tell all at once. */
  refused: boolean;
  /** Once the page that was opened has what is now. */
  quiet: Promise<void> | undefined;
  turn: Promise<unknown>;
  /** What was read, by what was asked, and up to which block. */
  read: Map<string, { upTo: bigint; entries: readonly Placed[] }>;
};

const nodes = new WeakMap<TownClient, Known>();

function knownOf(client: TownClient): Known {
  const known = nodes.get(client) ?? { refused: false, quiet: undefined, turn: Promise.resolve(), read: new Map() };
  nodes.set(client, known);
  return known;
}

/**
 * All events of one kind since the deployment, in the order of the chain. A node that answers in pieces only is asked so
 * only after `letTakeLong`.
 */
export async function readPast<const event extends AbiEvent>(
  system: System,
  { address, event, args, ...until }: Wanted<event>,
): Promise<EventOf<readonly [event]>[]> {
  const abi: readonly [event] = [event];
  const asked: EncodeEventTopicsParameters = { abi, eventName: event.name, args };
  const topics = encodeEventTopics(asked);
  return readPastOf(system, { address: [address].flat(), abi, topics: topics.map(alone), ...until });
}

/** Each value that is asked for is one. */
function alone(topic: Hex | Hex[] | null): Hex | null {
  return [topic].flat()[0] ?? null;
}

type WantedOf<abi extends Abi> = { address: Address[]; abi: abi; topics: (Hex | null)[]; toBlock?: bigint };

/** The same of all events of some contracts with these topics, null for any, as long as the ABI knows them. */
export async function readPastOf<const abi extends Abi>(
  system: System,
  { address, abi, topics, toBlock }: WantedOf<abi>,
): Promise<EventOf<abi>[]> {
  const only = { topics, fits: (event: EventOf<abi>) => hasTopics(abi, event, topics) };
  const read: Read = (client, range) => {
    const times = client.times === undefined ? {} : { times: client.times };
    return readEvents(client, { address, abi, only, first: blocksIn(range), ...times, ...range }) as Promise<Placed[]>;
  };
  return (await inTurn(system, stringify([address, topics]), toBlock, read)) as unknown as EventOf<abi>[];
}

/** Events that were told are not all that happened: a node keeps some back, or lost them. */
class NotTold extends Error {
  override name = "NotTold";
}

/**
 * Holds what was read of the past against a count that the contracts keep. Throws where it cannot be all: what is missing
 * must not be taken for what is not there. It is read anew then.
 */
export function requireTold({ client }: System, isAll: boolean, what: string): void {
  if (isAll) return;
  knownOf(client).read.clear();
  throw new NotTold(`The node does not tell all ${what}`);
}

type Placed = { blockNumber: bigint };
type Read = (client: TownClient, range: BlockRange) => Promise<readonly Placed[]>;

/** So many blocks at the end of what was read are read again: they may have changed. */
const MAY_CHANGE = 16n;

/**
 * One question after the other, the first after all that is asked of the present. What was asked before under the same name is
 * read on from where it ended.
 */
async function inTurn({ client, deployment }: System, name: string, end: bigint | undefined, read: Read) {
  const known = knownOf(client);
  const mine = known.turn.then(async () => {
    await (known.quiet ??= whenQuiet(client));
    const kept = known.read.get(name) ?? { upTo: BigInt(deployment.startBlock) - 1n, entries: [] };
    const isBegun = known.read.has(name);
    if (known.refused && !mayTakeLong(client) && !isBegun) throw new PastInPieces();
    const fromBlock = isBegun ? kept.upTo - MAY_CHANGE + 1n : kept.upTo + 1n;
    const toBlock = end ?? (await readEnd(client)).number;
    if (toBlock < fromBlock) return kept.entries.filter(({ blockNumber }) => blockNumber <= toBlock);
    const found = await read(mayTakeLong(client) || isBegun ? client : inOnePiece(client), { fromBlock, toBlock });
    const entries = [...kept.entries.filter(({ blockNumber }) => blockNumber < fromBlock), ...found];
    known.read.set(name, { upTo: toBlock, entries });
    return entries;
  });
  known.turn = mine.catch((error: unknown) => void (known.refused ||= error instanceof PastInPieces));
  return mine;
}

/** A node that wants to be asked for less is asked no further. */
function inOnePiece(client: TownClient): TownClient {
  const request = async (question: never) => {
    try {
      return await client.request(question);
    } catch (error) {
      const refusal = refusalIn(error);
      throw refusal !== null && kindOf(refusal) === "less" ? new PastInPieces() : error;
    }
  };
  return { ...client, request: request as never };
}
