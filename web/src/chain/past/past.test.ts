import { gzipSync } from "node:zlib";
import { shareOfferingEvents } from "@one-small-town/core/abis/shareOfferingEvents.ts";
import { infinityTokenEvents } from "@one-small-town/core/abis/infinityTokenEvents.ts";
import type { RawLog } from "@one-small-town/core/asking/logs.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { fileOf, type HistoryIndex, subjectOf, writeIndex } from "@one-small-town/core/history/file/HistoryIndex.ts";
import { logOf } from "@one-small-town/core/history/file/logOf.ts";
import { readPart } from "@one-small-town/core/history/file/readPart.ts";
import type { Told } from "@one-small-town/core/history/file/Record.ts";
import { hashOf } from "@one-small-town/core/history/file/unpack.ts";
import { writePart } from "@one-small-town/core/history/file/writePart.ts";
import type { InfinityEvent } from "@one-small-town/core/verify/Books.ts";
import { randomEvent, randomFrom } from "@one-small-town/core/testing/randomHistory.ts";
import { type AbiEvent, type Address, encodeEventTopics, getAbiItem, type Hex, padHex } from "viem";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readEvents } from "../readEvents.ts";
import type { TownClient } from "../System.ts";
import { compareMore, type Progress } from "./compareMore.ts";
import type { DeviceStore } from "./DeviceStore.ts";
import { loadIndex, loadParts } from "./loadParts.ts";
import { Past } from "./Past.ts";
import { hasTopics } from "./hasTopics.ts";
import { firstRanges, rangesOf } from "./ranges.ts";

const names = [
  ...["Authority", "TownRegistry", "MemberRegistry", "Succession", "ProjectRegistry", "InfinityToken", "Contributions"],
  ...["Benefits", "InvestorToken", "ShareOffering", "Releases", "ProfitSplitter", "TownTreasury", "FinalDivision"],
];
const addresses = Object.fromEntries(names.map((name, i) => [name, padHex(`0x${i + 17}`, { size: 20 })]));
const startBlockHash = padHex("0x1", { size: 32 });
const deployment = { chainId: 7, startBlock: 1, startBlockHash, addresses } as unknown as Deployment;
const { InfinityToken, ShareOffering } = deployment.addresses;
const token = padHex("0x77", { size: 20 });
const random = randomFrom(3);
const UP_TO = 9_000;

function happened(event: AbiEvent, address: Address, block: number): Told {
  return { ...randomEvent(event, address, random), block, time: 1_000 + block, transaction: 0, log: block % 5 };
}

const TRANSFER = getAbiItem({ abi: infinityTokenEvents, name: "Transfer" });
const SETTLED = getAbiItem({ abi: shareOfferingEvents, name: "OfferingSettled" });
const all = [
  ...[5, 1_400, 4_200, 8_999, 9_001, 9_400, 9_500].map((block) => happened(TRANSFER, InfinityToken, block)),
  ...[3, 2_600, 9_300].map((block) => happened(SETTLED, ShareOffering, block)),
].sort((one, other) => one.block - other.block);

function write(events: readonly Told[], family: "people" | "rest"): string {
  const own = events.filter(
    ({ address, block }) => block <= UP_TO && (address === InfinityToken) === (family === "people"),
  );
  return writePart({ chainId: 7, family, from: 1, to: UP_TO }, own, []);
}

async function indexOf(texts: Readonly<Record<"people" | "rest", string>>): Promise<HistoryIndex> {
  const parts = await Promise.all(
    (["people", "rest"] as const).map(async (family) => {
      const { events } = readPart(texts[family]);
      return { family, from: 1, to: UP_TO, events, hash: await hashOf(new TextEncoder().encode(texts[family])) };
    }),
  );
  return { deployment: subjectOf(deployment), upTo: { number: UP_TO, hash: startBlockHash, time: 10_000 }, parts };
}

function memory(): DeviceStore & { kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return { kept, get: async (key) => kept.get(key), put: async (key, value) => void kept.set(key, value) };
}

type Filter = { address: Address[]; fromBlock: Hex; toBlock: Hex };

/** A node that tells these events, and what it was asked. */
function nodeOf(events: readonly Told[]) {
  const asked: Filter[] = [];
  const request = async ({ method, params }: { method: string; params: [Filter] }): Promise<unknown> => {
    if (method !== "eth_getLogs") throw Object.assign(new Error("no such method"), { code: -32_601 });
    const [filter] = params;
    asked.push(filter);
    const [from, to] = [Number(filter.fromBlock), Number(filter.toBlock)];
    const isWanted = ({ address, block }: Told) => filter.address.includes(address) && block >= from && block <= to;
    return events.filter(isWanted).map((event) => logOf(event) as RawLog);
  };
  return { asked, client: { request } as unknown as TownClient };
}

async function open(told: readonly Told[], onChain: readonly Told[] = all, store: DeviceStore = memory()) {
  const texts = { people: write(told, "people"), rest: write(told, "rest") };
  const { client, asked } = nodeOf(onChain);
  const index = await indexOf(texts);
  const load = vi.fn(async (family: "people" | "rest") => [readPart(texts[family])]);
  const past = new Past({ client, deployment, index, store, load });
  return { past, asked, load, client: { ...client, past: async () => past } as TownClient };
}

const blocksOf = (events: readonly { blockNumber: bigint }[]) => events.map(({ blockNumber }) => Number(blockNumber));

describe("the past", () => {
  const range = { fromBlock: 1n, toBlock: 9_450n };

  it("is told by the history, and since it ends by the node, asked once for all contracts", async () => {
    const { client, asked, load } = await open(all);
    const times = new Map<bigint, number>();
    const moves = await readEvents(client, { address: InfinityToken, abi: infinityTokenEvents, times, ...range });
    const sales = await readEvents(client, { address: ShareOffering, abi: shareOfferingEvents, ...range });

    expect(blocksOf(moves)).toEqual([5, 1_400, 4_200, 8_999, 9_001, 9_400]);
    expect(blocksOf(sales)).toEqual([3, 2_600, 9_300]);
    expect(times.get(1_400n)).toBe(2_400);
    expect(asked.map(({ fromBlock, toBlock }) => [Number(fromBlock), Number(toBlock)])).toEqual([[9_001, 9_450]]);
    expect(load.mock.calls.map(([family]) => family).sort()).toEqual(["people", "rest"]);
  });

  it("goes on where it was read, but for blocks that may still be taken back", async () => {
    const { client, asked } = await open(all);
    await readEvents(client, { address: InfinityToken, abi: infinityTokenEvents, ...range });
    const wanted = { address: InfinityToken, abi: infinityTokenEvents, fromBlock: 9_400n, toBlock: 9_600n };

    expect(blocksOf(await readEvents(client, wanted))).toEqual([9_400, 9_500]);
    expect(asked.map(({ fromBlock }) => Number(fromBlock))).toEqual([9_001, 9_323]);
  });

  it("is filtered as a node filters it", async () => {
    const { client } = await open(all);
    const [, second] = await readEvents(client, { address: InfinityToken, abi: infinityTokenEvents, ...range });
    if (second?.eventName !== "Transfer") throw new Error("It is a transfer");
    const { to } = second.args;
    const topics = encodeEventTopics({ abi: [TRANSFER], args: { to } }).map((topic) => (topic ?? null) as Hex | null);
    const fits = (event: InfinityEvent) => hasTopics(infinityTokenEvents, event, topics);
    const wanted = { address: InfinityToken, abi: infinityTokenEvents, only: { topics, fits } };
    const own = await readEvents(client, { ...wanted, ...range });

    expect(own.length).toBeGreaterThan(0);
    for (const event of own) expect(event).toMatchObject({ eventName: "Transfer", args: { to } });
    expect(blocksOf(own)).toContain(1_400);
  });

  it("leaves to the node what is no contract of ours", async () => {
    const { client, asked } = await open(all);
    await readEvents(client, { address: token, abi: [TRANSFER], first: 10_000n, ...range });

    expect(asked.map(({ address }) => address)).toEqual([token]);
  });

  it("is read from the node where a part of the history does not come", async () => {
    const { past, client, load } = await open(all);
    load.mockRejectedValue(new Error("404"));
    const moves = await readEvents(client, { address: InfinityToken, abi: infinityTokenEvents, ...range });

    expect(blocksOf(moves)).toEqual([5, 1_400, 4_200, 8_999, 9_001, 9_400]);
    await expect(past.parts("people")).rejects.toThrow("404");
  });
});

describe("comparing the past", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function compare({ past, client }: Awaited<ReturnType<typeof open>>): Promise<Progress[]> {
    const told: Progress[] = [];
    const ended = compareMore({ client, past, random: () => 0.5, onProgress: (progress) => told.push(progress) });
    await vi.runAllTimersAsync();
    await ended;
    return told;
  }

  it("begins with the newest range and one in each part, and comes to an end", async () => {
    const opened = await open(all);
    expect(rangesOf(opened.past.index).length).toBe(5);
    expect(firstRanges(opened.past.index, () => 0.5)).toEqual([4, 2]);
    const told = await compare(opened);

    expect(told.at(-1)).toEqual({ compared: 5, all: 5, conflict: null });
    expect(opened.asked.map(({ fromBlock }) => Number(fromBlock)).slice(0, 2)).toEqual([8_001, 4_001]);
    expect(opened.asked.length).toBe(5);
  });

  it("is not done twice on a device, unless the files are others", async () => {
    const store = memory();
    await compare(await open(all, all, store));
    const again = await open(all, all, store);
    expect((await compare(again)).at(-1)).toEqual({ compared: 5, all: 5, conflict: null });
    expect(again.asked).toEqual([]);

    const other = await open(all.slice(1), all, store);
    expect((await compare(other)).at(-1)?.conflict).toMatchObject({ fromBlock: 1n, toBlock: 2_000n });
  });

  it("ends where both differ; nobody is blamed where the node does not show the block", async () => {
    const opened = await open(all.filter(({ block }) => block !== 8_999));
    expect(await compare(opened)).toEqual([
      { compared: 0, all: 5, conflict: null },
      { compared: 0, all: 5, conflict: { fromBlock: 8_001n, toBlock: 9_000n, wrong: "unknown" } },
    ]);
  });
});

describe("loading the past", () => {
  const base = "https://town.example/sub/verify.html";
  const folder = "https://town.example/sub/history/";
  afterEach(() => void vi.unstubAllGlobals());

  /** A host that has these files. */
  function serve(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>) {
    const fetched: string[] = [];
    vi.stubGlobal("fetch", async (url: URL) => {
      fetched.push(url.href);
      const body = files.get(url.href.replace(folder, ""));
      return body === undefined ? new Response("", { status: 404 }) : new Response(body);
    });
    return fetched;
  }

  async function makeFiles() {
    const texts = { people: write(all, "people"), rest: write(all, "rest") };
    const index = await indexOf(texts);
    const text = new TextEncoder().encode(writeIndex(index));
    const packed = index.parts.map((entry) => {
      return [fileOf(index.deployment, entry), new Uint8Array(gzipSync(texts[entry.family]))] as const;
    });
    return { index, hash: await hashOf(text), served: new Map([["index.json", text], ...packed]) };
  }

  it("takes the index that the settings name, and none of another deployment", async () => {
    const { index, hash, served } = await makeFiles();
    serve(served);
    expect(await loadIndex({ base, hash }, deployment)).toEqual(index);
    await expect(loadIndex({ base, hash: "00" }, deployment)).rejects.toThrow("whose hash was given");
    await expect(loadIndex({ base, hash }, { ...deployment, chainId: 8 })).rejects.toThrow("of another deployment");
    serve(new Map());
    await expect(loadIndex({ base, hash }, deployment)).rejects.toThrow("status 404");
  });

  it("takes parts from the device the second time, and from the host where what was kept is broken", async () => {
    const { index, served } = await makeFiles();
    const store = memory();
    const fetched = serve(served);
    const load = async () => (await loadParts(base, index, "people", store)).map(({ events }) => events);
    expect(await load()).toEqual([4]);
    expect(await load()).toEqual([4]);
    expect(fetched.length).toBe(1);
    for (const key of store.kept.keys()) store.kept.set(key, new Uint8Array([31, 139, 0]));
    expect(await load()).toEqual([4]);
    expect(fetched.length).toBe(2);
    expect([...store.kept.keys()].every((key) => key.startsWith(`7/${index.deployment.root}/${startBlockHash}/`))).toBe(
      true,
    );
  });
});
