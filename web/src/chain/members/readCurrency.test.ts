import { Refusal } from "@one-small-town/core/asking/Ask.ts";
import { type Address, encodeFunctionData, encodeFunctionResult, erc20Abi, type Hex, numberToHex, pad } from "viem";
import { describe, expect, it } from "vitest";
import type { System } from "../System.ts";
import { readCurrency } from "./readCurrency.ts";

const SYMBOL = encodeFunctionData({ abi: erc20Abi, functionName: "symbol" });
const symbolOf = (result: string) => encodeFunctionResult({ abi: erc20Abi, functionName: "symbol", result });
const decimalsOf = (result: number) => encodeFunctionResult({ abi: erc20Abi, functionName: "decimals", result });

let count = 0;

/** A node that answers one view after the other, of a currency that nobody has read yet. */
function currency(symbol: Hex | Error, decimals: Hex | Error) {
  const address: Address = pad(numberToHex(++count), { size: 20 });
  const answer = (said: Hex | Error) => (said instanceof Error ? Promise.reject(said) : Promise.resolve(said));
  const request = ({ params: [{ to, data }] }: { params: [{ to?: Address; data?: Hex }] }) => {
    if (to === undefined) return Promise.reject(new Refusal("contract creation is not supported", -32_000));
    return answer(data === SYMBOL ? symbol : decimals);
  };
  const deployment = { startBlockHash: numberToHex(count, { size: 32 }) };
  return { read: () => readCurrency({ client: { request }, deployment } as unknown as System, address), address };
}

const REVERTED = new Refusal("execution reverted", 3);

describe("readCurrency", () => {
  it("knows a currency as it calls itself", async () => {
    const { read, address } = currency(symbolOf("cUSD"), decimalsOf(6));
    expect(await read()).toEqual({ address, symbol: "cUSD", decimals: 6 });
  });

  it.each<[string, Hex | Error, Hex | Error]>([
    ["refuses", REVERTED, REVERTED],
    ["is not there", "0x", "0x"],
    ["says what cannot be read", "0x01", "0x01"],
    ["uses up all gas", new Refusal("out of gas", -32_000), new Refusal("out of gas", -32_000)],
    ["has more decimals than an amount can be written with", symbolOf("X"), decimalsOf(255)],
  ])("calls one by its address, and counts its units, that %s", async (_, symbol, decimals) => {
    const { read } = currency(symbol, decimals);
    expect(await read()).toMatchObject({ symbol: expect.stringMatching(/^0x0000…\w{4}$/) as string, decimals: 0 });
  });

  it("keeps the decimals of one whose name is not a text", async () => {
    const { read } = currency(pad("0x4d4b52", { dir: "right", size: 32 }), decimalsOf(18));
    expect(await read()).toMatchObject({ decimals: 18 });
  });

  it("fails where the node does not answer", async () => {
    const silent = new Error("fetch failed");
    await expect(currency(silent, silent).read()).rejects.toThrow("fetch failed");
  });
});
