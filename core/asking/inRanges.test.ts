import { LimitExceededRpcError } from "viem";
import { describe, expect, it, vi } from "vitest";
import { Refusal } from "./Ask.ts";
import { inRanges } from "./inRanges.ts";

type Asked = { from: number; to: number };

/** A node with an entry in every block, and what it was asked for. */
function node(most: number) {
  const asked: Asked[] = [];
  const read = ({ fromBlock, toBlock }: { fromBlock: bigint; toBlock: bigint }) => {
    const [from, to] = [Number(fromBlock), Number(toBlock)];
    asked.push({ from, to });
    // As viem hands on what a node said.
    const refusal = new LimitExceededRpcError(new Refusal("range is too large", -32_005));
    if (to - from + 1 > most) return Promise.reject(refusal);
    return Promise.resolve(Array.from({ length: to - from + 1 }, (_, i) => from + i));
  };
  return { asked, read };
}

const everything = Array.from({ length: 1_001 }, (_, i) => i);
const range = { fromBlock: 0n, toBlock: 1_000n };

describe("inRanges", () => {
  it("asks for longer and longer parts while the node answers, and joins them in order", async () => {
    const { asked, read } = node(10_000);
    expect(await inRanges({}, range, 100n, read)).toEqual(everything);
    expect(asked.map(({ from, to }) => to - from + 1)).toEqual([100, 200, 400, 301]);
  });

  it("asks for halves of what a node refuses, and misses nothing", async () => {
    const { read } = node(70);
    expect(await inRanges({}, range, 1_001n, read)).toEqual(everything);
  });

  it("remembers what a client's node refused, for all that is read through it", async () => {
    const [client, { asked, read }] = [{}, node(70)];
    await inRanges(client, range, 1_001n, read);
    const before = asked.length;
    await inRanges(client, range, 1_001n, read);
    const again = asked.slice(before).map(({ from, to }) => to - from + 1);
    expect(again[0]).toBeLessThanOrEqual(126);
    expect(again.filter((length) => length > 70).length).toBeLessThanOrEqual(2);
  });

  it("passes on what is no refusal of a range", async () => {
    const read = () => Promise.reject(new Error("offline"));
    await expect(inRanges({}, range, 10n, read)).rejects.toThrow("offline");
  });

  it("passes a refusal of a single block on", async () => {
    const { read } = node(0);
    await expect(inRanges({}, { fromBlock: 7n, toBlock: 7n }, 1n, read)).rejects.toThrow("range");
  });

  it("halves an answer that is too large for this place alone", async () => {
    const large = new Refusal("The answer is too large", 0);
    const asked: bigint[] = [];
    const read = ({ fromBlock, toBlock }: { fromBlock: bigint; toBlock: bigint }) => {
      const blocks = toBlock - fromBlock + 1n;
      asked.push(blocks);
      return fromBlock < 500n && blocks > 5n ? Promise.reject(large) : Promise.resolve([fromBlock, toBlock]);
    };
    expect((await inRanges({}, range, 1_001n, read)).at(-1)).toBe(1_000n);
    expect(asked.at(-1)).toBeGreaterThan(5n);
  });

  it("asks for longer parts again a minute after the node refused one", async () => {
    vi.useFakeTimers();
    const client = {};
    await inRanges(client, range, 1_001n, node(70).read);
    vi.advanceTimersByTime(60_000);
    const { asked, read } = node(1_000);
    await inRanges(client, range, 1_001n, read);
    vi.useRealTimers();
    expect(asked[0]).toEqual({ from: 0, to: 123 });
  });

  it.each([
    [429, "Your app has exceeded its compute units per second capacity."],
    [-32_005, "project ID request rate exceeded"],
    [-32_007, "15/second request limit reached"],
    [-32_016, "over rate limit"],
    [15, "Too many request, try again later"],
  ])("does not ask for less, and more often, after %i %s", async (code, message) => {
    let asked = 0;
    const read = () => (asked++, Promise.reject(new Refusal(message, code)));
    await expect(inRanges({}, range, 1_000n, read)).rejects.toThrow(message);
    expect(asked).toBe(1);
  });

  it.each([
    [-32_602, "Invalid params", { range: "the range exceeds the range allowed for your plan (1000 > 500)" }],
    [-32_602, "invalid params", { payload: "range 1000 is bigger than range limit 500" }],
    [-32_016, "eth_getLogs request was canceled due to enabled timeout.", undefined],
    [-32_000, "query returned more than 10000 results", undefined],
  ])("asks for less after %i %s", async (code, message, data) => {
    const read = ({ fromBlock, toBlock }: { fromBlock: bigint; toBlock: bigint }) =>
      toBlock - fromBlock > 400n
        ? Promise.reject(new Refusal(message, code, data))
        : Promise.resolve([fromBlock, toBlock]);
    expect((await inRanges({}, { fromBlock: 0n, toBlock: 999n }, 1_000n, read)).at(-1)).toBe(999n);
  });
});
