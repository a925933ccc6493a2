import { type Hex, numberToHex, zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import type { Ask } from "./Ask.ts";
import { bloomOf, endOfReading, FEW } from "./endOfReading.ts";

type Log = { address: Hex; topics: Hex[] };

const NOW = 1_800_000_000;
const log = (n: number): Log => ({ address: `0x${String(n).padStart(40, "0")}`, topics: [zeroHash] });
const BUSY: Hex = `0x${"f7".repeat(256)}`;

/** A node whose blocks, the newest last, have such events, and tell of so many fewer than there are. */
function nodeOf(blocks: readonly (readonly Log[] | "busy")[], { hidden = [] as number[], time = NOW } = {}): Ask {
  return ({ method, params }) => {
    const [first] = params as [string | { fromBlock: Hex }];
    if (typeof first !== "string") {
      const at = Number(first.fromBlock);
      return Promise.resolve(hidden.includes(at) ? [] : blocks[at]);
    }
    const at = first === "latest" ? blocks.length - 1 : Number(first);
    const events = blocks[at] ?? [];
    const logsBloom = events === "busy" ? BUSY : bloomOf(events);
    if (method !== "eth_getBlockByNumber") throw new Error(method);
    return Promise.resolve({ number: numberToHex(at), hash: zeroHash, timestamp: numberToHex(time), logsBloom });
  };
}

const quiet = Array.from({ length: 10 }, (_, i) => [log(i)]);
const endOf = async (ask: Ask, now: number | null = NOW) => (await endOfReading(ask, now)).end.number;

describe("endOfReading", () => {
  it("is the newest block where its events are there, as on a chain that makes one only when something happens", async () => {
    expect(await endOf(nodeOf(quiet))).toBe(9n);
    expect(await endOf(nodeOf([...quiet, []]))).toBe(10n);
  });

  it("is the last block whose events are there", async () => {
    expect(await endOf(nodeOf(quiet, { hidden: [9] }))).toBe(8n);
    expect(await endOf(nodeOf(quiet, { hidden: [8, 9] }))).toBe(7n);
  });

  it("is a few below the newest where much happens, and where nothing can be shown", async () => {
    expect(await endOf(nodeOf([...quiet, "busy"]))).toBe(10n - FEW);
    expect(await endOf(nodeOf(quiet, { hidden: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] }))).toBe(9n - FEW);
  });

  it("is a few below the newest of a node that does not hand out the events of everybody", async () => {
    const node = nodeOf(quiet);
    const ask: Ask = (request) =>
      request.method === "eth_getLogs" ? Promise.reject(new Error("please specify an address")) : node(request);
    expect(await endOf(ask)).toBe(9n - FEW);
  });

  it("is the newest where it is old", async () => {
    expect(await endOf(nodeOf([...quiet, "busy"], { time: NOW - 121 }))).toBe(10n);
    expect(await endOf(nodeOf([...quiet, "busy"], { time: NOW - 121 }), null)).toBe(10n - FEW);
  });

  it("is the first block of a chain that has few", async () => {
    expect(await endOf(nodeOf([[], "busy"]))).toBe(0n);
    expect(await endOf(nodeOf([[log(1)]], { hidden: [0] }))).toBe(0n);
  });
});

describe("bloomOf", () => {
  it("sets three marks, counted from the right, for each value", () => {
    const bloom = bloomOf([{ address: "0x0000000000000000000000000000000000000001", topics: [] }]);
    expect(BigInt(bloom).toString(2).replaceAll("0", "").length).toBe(3);
    expect(bloomOf([])).toBe(`0x${"00".repeat(256)}`);
  });
});
