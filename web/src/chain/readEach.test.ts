import { readManyCode } from "@one-small-town/core/abis/readManyCode.ts";
import {
  type Address,
  decodeAbiParameters,
  decodeFunctionData,
  encodeAbiParameters,
  encodeFunctionResult,
  erc20Abi,
  type Hex,
  numberToHex,
  pad,
} from "viem";
import { describe, expect, it } from "vitest";
import type { TownClient } from "./System.ts";
import { readEach } from "./readEach.ts";
import { manyViews } from "./readMany.ts";

const addressOf = (number: number): Address => pad(numberToHex(number), { size: 20 });

type Question = { params: [{ data: Hex }, string] };

/** A node with tokens of which number n has n units and n decimals, and is called token n; number 13 refuses. */
function node() {
  const asked: { views: number; block: string }[] = [];
  const answer = ({ target, data }: { target: Address; data: Hex }): Hex => {
    const number = Number(target);
    if (number === 13) throw new Error("refused");
    const { functionName } = decodeFunctionData({ abi: erc20Abi, data });
    if (functionName === "symbol")
      return encodeFunctionResult({ abi: erc20Abi, functionName: "symbol", result: `token ${number}` });
    if (functionName === "decimals")
      return encodeFunctionResult({ abi: erc20Abi, functionName: "decimals", result: number });
    return encodeFunctionResult({ abi: erc20Abi, functionName: "totalSupply", result: BigInt(number) });
  };
  const request = ({ params: [{ data }, block] }: Question) => {
    const [views] = decodeAbiParameters(manyViews, `0x${data.slice(readManyCode.length)}`);
    asked.push({ views: views.length, block });
    return Promise.resolve().then(() => encodeAbiParameters([{ type: "bytes[]" }], [views.map(answer)]));
  };
  return { client: { request } as unknown as TownClient, asked };
}

const unitOf = (number: number) => [
  { address: addressOf(number), abi: erc20Abi, functionName: "symbol" as const },
  { address: addressOf(number), abi: erc20Abi, functionName: "decimals" as const },
];

describe("readEach", () => {
  it("gives each thing its own answers, with the types of its views", async () => {
    const { client, asked } = node();
    const units = await readEach(
      client,
      [3, 1, 2],
      (number) => [
        { address: addressOf(number), abi: erc20Abi, functionName: "symbol" },
        { address: addressOf(number), abi: erc20Abi, functionName: "decimals" },
        { address: addressOf(number), abi: erc20Abi, functionName: "totalSupply" },
      ],
      7n,
    );
    const typed: [number, readonly [string, number, bigint]][] = units;
    expect(typed).toEqual([
      [3, ["token 3", 3, 3n]],
      [1, ["token 1", 1, 1n]],
      [2, ["token 2", 2, 2n]],
    ]);
    expect(asked).toEqual([{ views: 9, block: "0x7" }]);
  });

  it("asks nothing about nothing", async () => {
    const { client, asked } = node();
    expect(await readEach(client, [], unitOf)).toEqual([]);
    expect(asked).toEqual([]);
  });

  it("takes as many views of each as there are", async () => {
    const { client } = node();
    const some = await readEach(client, [0, 1, 2], (number) => unitOf(number).slice(0, number));
    expect(some).toEqual([
      [0, []],
      [1, ["token 1"]],
      [2, ["token 2", 2]],
    ]);
  });

  it("asks at most fifty views at once, whosever they are", async () => {
    const { client, asked } = node();
    const numbers = Array.from({ length: 60 }, (_, i) => i + 100);
    const units = await readEach(client, numbers, unitOf);
    expect(units.map(([number, [symbol, decimals]]) => [number, symbol, decimals])).toEqual(
      numbers.map((number) => [number, `token ${number}`, number]),
    );
    expect(asked).toEqual([50, 50, 20].map((views) => ({ views, block: "latest" })));
  });

  it("fails as a whole where one view fails", async () => {
    await expect(readEach(node().client, [12, 13, 14], unitOf)).rejects.toThrow("refused");
  });
});
