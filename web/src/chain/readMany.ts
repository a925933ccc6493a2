import {
  type ContractFunctionParameters,
  concatHex,
  decodeAbiParameters,
  decodeFunctionResult,
  encodeAbiParameters,
  encodeFunctionData,
  type MulticallParameters,
  type MulticallReturnType,
  numberToHex,
} from "viem";
import { readManyCode } from "@one-small-town/core/abis/readManyCode.ts";
import { inParallel } from "@one-small-town/core/asking/atMost.ts";
import type { TownClient } from "./System.ts";

/** Few enough that the answers fit into what a node takes for code, and the calls into what it takes for a creation. */
const VIEWS_PER_REQUEST = 50;

const REQUESTS_AT_ONCE = 4;

/** What the code of ReadMany is asked with. */
export const manyViews = [
  {
    type: "tuple[]",
    components: [
      { name: "target", type: "address" },
      { name: "data", type: "bytes" },
    ],
  },
] as const;
const ANSWERS = [{ type: "bytes[]" }] as const;

/**
 * Several views of one block, or an error if any of them fails. Needs no contract on the chain: the request brings the
 * code that makes the calls (contracts/views/ReadMany.sol). Without a block number the newest is read, which may be
 * another one for every fifty views.
 */
export async function readMany<const contracts extends readonly unknown[]>(
  client: TownClient,
  contracts: MulticallParameters<contracts, false>["contracts"],
  blockNumber?: bigint,
): Promise<MulticallReturnType<contracts, false>> {
  const views = contracts as readonly ContractFunctionParameters[];
  const starts = Array.from({ length: Math.ceil(views.length / VIEWS_PER_REQUEST) }, (_, i) => i * VIEWS_PER_REQUEST);
  const answers = await inParallel(starts, REQUESTS_AT_ONCE, (start) =>
    request(client, views.slice(start, start + VIEWS_PER_REQUEST), blockNumber),
  );
  return answers.flat() as never;
}

async function request(
  client: TownClient,
  views: readonly ContractFunctionParameters[],
  blockNumber: bigint | undefined,
): Promise<unknown[]> {
  const calls = views.map((view) => ({ target: view.address, data: encodeFunctionData(view) }));
  const data = concatHex([readManyCode, encodeAbiParameters(manyViews, [calls])]);
  const block = blockNumber === undefined ? "latest" : numberToHex(blockNumber);
  const answer = await client.request({ method: "eth_call", params: [{ data }, block] });
  const [results] = decodeAbiParameters(ANSWERS, answer);
  return results.map((result, i) =>
    decodeFunctionResult({ ...(views[i] as ContractFunctionParameters), data: result }),
  );
}
