import { LimitExceededRpcError } from "viem";
import { describe, expect, it } from "vitest";
import { inRanges } from "./inRanges.ts";

type Asked = { from: number; to: number };

/** A node with an entry in every block, and what it was asked for. */
function node(most: number) {
  const asked: Asked[] = [];
  const read = ({ fromBlock, toBlock }: { fromBlock: bigint; toBlock: bigint }) => {
    const [from, to] = [Number(fromBlock), Number(toBlock)];
    asked.push({ from, to });
    if (to - from + 1 > most) return Promise.reject(new LimitExceededRpcError(new Error("range is too large")));
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
    const large = Object.assign(new Error("large"), { name: "ResponseBodyTooLargeError" });
    const read = ({ fromBlock, toBlock }: { fromBlock: bigint; toBlock: bigint }) =>
      toBlock - fromBlock > 4n ? Promise.reject(large) : Promise.resolve([fromBlock, toBlock]);
    expect((await inRanges({}, range, 1_001n, read)).at(-1)).toBe(1_000n);
  });
});
