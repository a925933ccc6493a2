import { readManyCode } from "@one-small-town/core/abis/readManyCode.ts";
import { Refusal } from "@one-small-town/core/asking/Ask.ts";
import { manyViews } from "@one-small-town/core/views/manyViews.ts";
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
import type { System, TownClient } from "./System.ts";
import { readNow } from "./readNow.ts";

const addressOf = (number: number): Address => pad(numberToHex(number), { size: 20 });

type Call = { to?: Address; data?: Hex };
type Question = { method: string; params: [Call, string, Record<Address, { code: Hex }>?] };
type Knows = { creation?: boolean; override?: boolean; most?: number; calls?: boolean };

/** A node with tokens of which number n has n decimals; number 13 refuses. It answers as many views at once as it may. */
function node({ creation = true, override = true, most = 1_000, calls = true }: Knows = {}) {
  const asked: { how: string; views: number; block: string }[] = [];
  const decimalsOf = ({ target }: { target: Address }): Hex => {
    if (Number(target) === 13) throw new Refusal("execution reverted: refused", 3);
    return encodeFunctionResult({ abi: erc20Abi, functionName: "decimals", result: Number(target) });
  };
  const run = (how: string, isKnown: boolean, code: Hex, block: string): Hex => {
    const [views] = decodeAbiParameters(manyViews, `0x${code.slice(readManyCode.length)}`);
    asked.push({ how, views: views.length, block });
    if (!isKnown) throw new Refusal("contract creation is not supported", -32_000);
    if (views.length > most) throw new Refusal("max code size exceeded", -32_000);
    return encodeAbiParameters([{ type: "bytes[]" }], [views.map(decimalsOf)]);
  };
  const request = ({ params: [{ to, data = "0x" }, block, overrides] }: Question) =>
    Promise.resolve().then(() => {
      if (to === undefined) return run("creation", creation, data, block);
      const code = overrides?.[to]?.code;
      if (code !== undefined) return run("override", override, code, block);
      asked.push({ how: "call", views: 1, block });
      decodeFunctionData({ abi: erc20Abi, data });
      if (!calls) throw new Refusal("the method eth_call does not exist", -32_601);
      return decimalsOf({ target: to });
    });
  const system = { client: { request } as unknown as TownClient } as System;
  return { system, asked };
}

const decimalsOf = (...numbers: number[]) =>
  numbers.map((number) => ({ address: addressOf(number), abi: erc20Abi, functionName: "decimals" as const }));

const manyOf = (count: number) => Array.from({ length: count }, (_, i) => i + 20);

describe("readNow", () => {
  it("asks in one request for all that is wanted in the same moment, and for the same once", async () => {
    const { system, asked } = node();
    const answers = await Promise.all([readNow(system, decimalsOf(1, 2)), readNow(system, decimalsOf(2, 3))]);
    expect(answers).toEqual([
      [1, 2],
      [2, 3],
    ]);
    expect(asked).toEqual([{ how: "creation", views: 3, block: "latest" }]);
  });

  it("asks for each block by itself, and for one view as it is", async () => {
    const { system, asked } = node();
    await Promise.all([readNow(system, decimalsOf(1, 2)), readNow(system, decimalsOf(3), { block: 7n })]);
    expect(asked).toEqual([
      { how: "creation", views: 2, block: "latest" },
      { how: "call", views: 1, block: "0x7" },
    ]);
  });

  it("asks for no more at once than nodes take, in number and in length", async () => {
    const { system, asked } = node();
    await readNow(system, decimalsOf(...manyOf(150)));
    expect(asked.map(({ views }) => views)).toEqual([78, 72]);
    await readNow(system, decimalsOf(...manyOf(30)), { bytes: 1_500 });
    expect(asked.slice(2).map(({ views }) => views)).toEqual([12, 12, 6]);
  });

  it("tells those alone whose view fails", async () => {
    const { system } = node();
    const [good, bad] = await Promise.allSettled([
      readNow(system, decimalsOf(1, 2, 3)),
      readNow(system, decimalsOf(13)),
    ]);
    expect(good).toEqual({ status: "fulfilled", value: [1, 2, 3] });
    expect(bad.status).toBe("rejected");
  });

  it("halves what is too much for a node", async () => {
    const { system } = node({ most: 20 });
    expect(await readNow(system, decimalsOf(...manyOf(70)))).toEqual(manyOf(70));
  });

  it("runs the code as that of a contract where a node creates none, and remembers that", async () => {
    const { system, asked } = node({ creation: false });
    expect(await readNow(system, decimalsOf(1, 2))).toEqual([1, 2]);
    await readNow(system, decimalsOf(3, 4));
    expect(asked.map(({ how, views }) => [how, views])).toEqual([
      ["creation", 2],
      ["creation", 0],
      ["override", 0],
      ["override", 2],
      ["override", 2],
    ]);
  });

  it("asks for one view after the other where a node does neither", async () => {
    const { system, asked } = node({ creation: false, override: false });
    expect(await readNow(system, decimalsOf(1, 2, 3))).toEqual([1, 2, 3]);
    expect(asked.filter(({ how }) => how === "call")).toHaveLength(3);
  });

  it("says what a node lacks where none works", async () => {
    const { system } = node({ creation: false, override: false, calls: false });
    await expect(readNow(system, decimalsOf(1, 2))).rejects.toThrow("answers no questions to contracts");
  });

  it("does not ask again in parts where nothing came, or too soon", async () => {
    let asked = 0;
    const request = () => {
      asked++;
      return Promise.reject(new Refusal("rate limit exceeded", -32_005));
    };
    const system = { client: { request } as unknown as TownClient } as System;
    await expect(readNow(system, decimalsOf(1, 2))).rejects.toThrow("rate limit");
    expect(asked).toBe(1);
  });
});
