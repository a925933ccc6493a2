import { inRanges } from "@one-small-town/core/asking/inRanges.ts";
import type { RawLog } from "@one-small-town/core/asking/logs.ts";
import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { decoderOf } from "@one-small-town/core/history/decodeEvents.ts";
import { decodePart } from "@one-small-town/core/history/file/decodePart.ts";
import { families, type Family, familyOf, lower, tellersOf } from "@one-small-town/core/history/file/Family.ts";
import type { HistoryIndex } from "@one-small-town/core/history/file/HistoryIndex.ts";
import type { Part } from "@one-small-town/core/history/file/Part.ts";
import { hexOf } from "@one-small-town/core/hex.ts";
import type { EventOf } from "@one-small-town/core/verify/Books.ts";
import { eventsOf } from "@one-small-town/core/verify/eventsOf.ts";
import { noteTime } from "@one-small-town/core/verify/noteTime.ts";
import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import type { Abi, Address, Hex } from "viem";
import type { TownClient } from "../System.ts";
import type { DeviceStore } from "./DeviceStore.ts";
import { provenCodes } from "./provenCodes.ts";
import type { Telling } from "./Telling.ts";

/** Blocks of the tail that are asked for first. */
const FIRST = 2_000n;

/** Blocks that may still be taken back: read anew each time. */
const UNSETTLED = 128n;

const UNBOUND = new Set(["TimesheetSubmitted", "TimesheetAmended"]);

type Opening = {
  client: TownClient;
  deployment: Deployment;
  index: HistoryIndex;
  store: DeviceStore;
  /** Loads the parts of a family. */
  load: (family: Family) => Promise<readonly Part[]>;
};

/**
 * Everything that happened: up to a block from the history beside the pages, and from there on from the node, all
 * contracts at once.
 */
export class Past implements Telling {
  readonly index: HistoryIndex;
  /** Where what was read and compared is kept. */
  readonly store: DeviceStore;
  readonly #client: TownClient;
  readonly #deployment: Deployment;
  readonly #load: Opening["load"];
  readonly #loads = new Map<Family, Promise<readonly Part[]>>();
  readonly #filled = new WeakMap<object, Set<Part>>();
  #tail: { upTo: bigint; logs: readonly RawLog[] };
  #reading: Promise<unknown> = Promise.resolve();

  constructor({ client, deployment, index, store, load }: Opening) {
    this.#client = client;
    this.#deployment = deployment;
    this.index = index;
    this.store = store;
    this.#load = load;
    this.#tail = { upTo: this.upTo, logs: [] };
  }

  /** The last block that the history tells of. */
  get upTo(): bigint {
    return BigInt(this.index.upTo.number);
  }

  /** All parts of a family, loaded once. */
  parts(family: Family): Promise<readonly Part[]> {
    const loading = this.#loads.get(family) ?? this.#load(family);
    this.#loads.set(family, loading);
    return loading;
  }

  /**
   * Whether the history tells of some contracts: a town's currency is no contract of ours. What does not come, or not
   * whole, tells of none.
   */
  async covers(addresses: readonly Address[]): Promise<boolean> {
    const own = new Set(tellersOf(this.#deployment.addresses));
    const isFounded = addresses.some((address) => !own.has(lower(address)));
    try {
      const founded = isFounded ? await this.#tokensTold() : own;
      await Promise.all(this.#familiesOf(addresses).map((family) => this.parts(family)));
      return addresses.map(lower).every((address) => own.has(address) || founded.has(address));
    } catch {
      return false;
    }
  }

  /** What some contracts with the same ABI told between two blocks, in the order of the chain. */
  async events<const abi extends Abi>(
    abi: abi,
    addresses: readonly Address[],
    { fromBlock, toBlock }: BlockRange,
    times?: Map<bigint, number>,
  ): Promise<EventOf<abi>[]> {
    const whose = new Set(addresses.map(lower));
    const parts = (await Promise.all(this.#familiesOf(addresses).map((family) => this.parts(family)))).flat();
    if (times !== undefined) this.#fill(times, parts);
    const told = parts.flatMap((part) => decodePart(part, abi, whose));
    const isWithin = ({ blockNumber }: { blockNumber: bigint }) => blockNumber >= fromBlock && blockNumber <= toBlock;
    const fresh = toBlock > this.upTo ? await this.#eventsSince(abi, whose, toBlock, times) : [];
    return [...told, ...fresh].filter(isWithin);
  }

  /** The code of timesheets at a block, by where it is: what the history has of it, and the chain has too. */
  async codes(pointers: readonly Address[], block: bigint): Promise<ReadonlyMap<Address, Hex>> {
    const parts = await this.parts("people");
    const known = pointers.flatMap((pointer) => {
      const code = parts.flatMap(({ sheets }) => sheets.get(lower(pointer)) ?? []).at(0);
      return code === undefined ? [] : [[pointer, code] as const];
    });
    return provenCodes(this.#client, new Map(known), hexOf(block));
  }

  /** All contracts whose events are in the history, in small letters. */
  async tellers(): Promise<Set<Address>> {
    return new Set([...tellersOf(this.#deployment.addresses), ...(await this.#tokensTold())]);
  }

  /** The blocks of events that no sum would miss: in which a timesheet was written down. */
  async unbound(): Promise<bigint[]> {
    const whose = [this.#deployment.addresses.Contributions];
    const hours = await this.events(eventsOf("Contributions"), whose, { fromBlock: 0n, toBlock: this.upTo });
    const written = hours.filter(({ eventName }) => UNBOUND.has(eventName));
    return [...new Set(written.map(({ blockNumber }) => blockNumber))];
  }

  #familiesOf(addresses: readonly Address[]): Family[] {
    const familyIn = familyOf(this.#deployment.addresses);
    return families.filter((family) => addresses.some((address) => familyIn(address) === family));
  }

  /** Adds the times of all blocks of some parts, once. */
  #fill(times: Map<bigint, number>, parts: readonly Part[]): void {
    const filled = this.#filled.get(times) ?? new Set();
    this.#filled.set(times, filled);
    for (const part of parts) {
      if (filled.has(part)) continue;
      filled.add(part);
      part.blocks.forEach((block, i) => noteTime(times, BigInt(block), part.times[i] ?? 0));
    }
  }

  async #eventsSince<const abi extends Abi>(
    abi: abi,
    whose: ReadonlySet<Address>,
    toBlock: bigint,
    times?: Map<bigint, number>,
  ): Promise<EventOf<abi>[]> {
    const decode = decoderOf(abi);
    return (await this.#tailUpTo(toBlock)).flatMap((log) => {
      const time = Number(log.blockTimestamp ?? 0);
      if (time > 0 && times !== undefined) noteTime(times, BigInt(log.blockNumber), time);
      return whose.has(lower(log.address)) ? (decode(log) ?? []) : [];
    });
  }

  /** All that happened since the history ends. One reads at a time, and each goes on where the one before it ended. */
  #tailUpTo(toBlock: bigint): Promise<readonly RawLog[]> {
    const reading = this.#reading
      .catch(() => undefined)
      .then(async () => {
        if (toBlock <= this.#tail.upTo) return this.#tail.logs;
        const settled = maxOf(this.upTo, this.#tail.upTo - UNSETTLED);
        const known = this.#tail.logs.filter(({ blockNumber }) => BigInt(blockNumber) <= settled);
        const fresh = await this.#readTail({ fromBlock: settled + 1n, toBlock });
        this.#tail = { upTo: toBlock, logs: [...known, ...fresh] };
        return this.#tail.logs;
      });
    this.#reading = reading;
    return reading;
  }

  /** A business whose sale was approved in these blocks has told of itself in them already. */
  async #readTail(range: BlockRange): Promise<RawLog[]> {
    const known = [...tellersOf(this.#deployment.addresses), ...(await this.#tokensTold())];
    const logs = await this.#readLogs(known, range);
    const decode = decoderOf(eventsOf("ShareOffering"));
    const founded = logs.flatMap((log) => {
      const event = decode(log);
      return event?.eventName === "OfferingApproved" ? [lower(event.args.token)] : [];
    });
    const strangers = founded.filter((token) => !known.includes(token));
    const more = strangers.length === 0 ? [] : await this.#readLogs(strangers, range);
    return [...logs, ...more].sort(inOrder);
  }

  #readLogs(address: readonly Address[], range: BlockRange): Promise<RawLog[]> {
    return inRanges(this.#client, range, FIRST, async ({ fromBlock, toBlock }) => {
      const filter = { address: [...address], fromBlock: hexOf(fromBlock), toBlock: hexOf(toBlock) };
      return (await this.#client.request({ method: "eth_getLogs", params: [filter] })) as unknown as RawLog[];
    });
  }

  /** The share tokens that the history and the tail, as far as it was read, tell of. */
  async #tokensTold(): Promise<Set<Address>> {
    const whose = new Set([lower(this.#deployment.addresses.ShareOffering)]);
    const sales = (await this.parts("rest")).flatMap((part) => decodePart(part, eventsOf("ShareOffering"), whose));
    const decode = decoderOf(eventsOf("ShareOffering"));
    const fresh = this.#tail.logs.flatMap((log) => (whose.has(lower(log.address)) ? (decode(log) ?? []) : []));
    return new Set(eventsNamed([...sales, ...fresh], "OfferingApproved").map(({ args }) => lower(args.token)));
  }
}

/** Opens a history when it is first asked for; null where there is none, or it does not come. */
export type PastOf = () => Promise<Past | null>;

function maxOf(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}

function inOrder(one: RawLog, other: RawLog): number {
  return Number(one.blockNumber) - Number(other.blockNumber) || Number(one.logIndex) - Number(other.logIndex);
}
