import {
  createClient,
  custom,
  decodeFunctionData,
  encodeFunctionResult,
  type Hex,
  multicall3Abi,
  numberToHex,
} from "viem";
import { describe, expect, it } from "vitest";
import type { TownClient } from "../makeClient.ts";
import { type Call, makeCaller } from "./makeCaller.ts";

type Asked = { to: Hex; data: Hex };

/** A chain on which every contract answers with what it was asked. */
function echo(hasMulticall: boolean) {
  const asked: { to: Hex; block: Hex }[] = [];
  const request = async ({ method, params }: { method: string; params: [Asked, Hex] }): Promise<Hex> => {
    if (method === "eth_getCode") return hasMulticall ? "0x01" : "0x";
    const [{ to, data }, block] = params;
    asked.push({ to, block });
    if (!hasMulticall) return data;
    const [calls] = decodeFunctionData({ abi: multicall3Abi, data }).args as readonly [readonly { callData: Hex }[]];
    const result = calls.map(({ callData }) => ({ success: true, returnData: callData }));
    return encodeFunctionResult({ abi: multicall3Abi, functionName: "aggregate3", result });
  };
  const client = createClient({ transport: custom({ request: request as never }) });
  return { asked, client: client as unknown as TownClient };
}

const to = "0x00000000000000000000000000000000000000aa";
const calls: Call[] = Array.from({ length: 450 }, (_, i) => ({ to, data: numberToHex(i + 1, { size: 32 }) }));
const answers = calls.map(({ data }) => data);

describe("makeCaller", () => {
  it("puts many calls into one where the network can, all of one block", async () => {
    const { asked, client } = echo(true);
    const caller = await makeCaller(client, 7n);
    expect(await caller(calls)).toEqual(answers);
    expect(asked.map(({ block }) => block)).toEqual(["0x7", "0x7", "0x7"]);
  });

  it("asks one by one where it cannot", async () => {
    const { asked, client } = echo(false);
    const caller = await makeCaller(client, 7n);
    expect(await caller(calls.slice(0, 20))).toEqual(answers.slice(0, 20));
    expect(asked).toHaveLength(20);
    expect(await caller([])).toEqual([]);
  });
});
