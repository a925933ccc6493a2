import { type Address, decodeFunctionResult, encodeFunctionData, type Hex, multicall3Abi, numberToHex } from "viem";
import { getCode } from "viem/actions";
import type { TownClient } from "../makeClient.ts";
import { inParallel } from "./inParallel.ts";

export type Call = { to: Address; data: Hex };

/** Answers calls as a block saw them, all or none. */
export type Caller = (calls: readonly Call[]) => Promise<Hex[]>;

/** The same contract at the same place on almost every network: it makes many calls in one. */
const MULTICALL3 = "0xcA11bde05977b3631167028862bE2a173976CA11";
const IN_ONE = 200;
const AT_ONCE = 8;

/** Many calls in one request where the network can; else one by one. Far less code than viem's, for a page so light. */
export async function makeCaller(client: TownClient, blockNumber: bigint): Promise<Caller> {
  const block = numberToHex(blockNumber);
  const single = ({ to, data }: Call) => client.request({ method: "eth_call", params: [{ to, data }, block] });
  const code = await getCode(client, { address: MULTICALL3, blockNumber });
  if (code === undefined) return (calls) => inParallel(calls, AT_ONCE, single);
  return async (calls) => {
    const parts = Array.from({ length: Math.ceil(calls.length / IN_ONE) }, (_, i) =>
      calls.slice(i * IN_ONE, (i + 1) * IN_ONE),
    );
    return (await inParallel(parts, AT_ONCE, (part) => together(single, part))).flat();
  };
}

async function together(single: (call: Call) => Promise<Hex>, calls: readonly Call[]): Promise<Hex[]> {
  const wanted = calls.map(({ to, data }) => ({ target: to, allowFailure: false, callData: data }));
  const data = encodeFunctionData({ abi: multicall3Abi, functionName: "aggregate3", args: [wanted] });
  const answer = await single({ to: MULTICALL3, data });
  const results = decodeFunctionResult({ abi: multicall3Abi, functionName: "aggregate3", data: answer });
  return results.map(({ returnData }) => returnData);
}
