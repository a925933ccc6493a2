import type { ContractFunctionParameters, MulticallParameters, MulticallReturnType } from "viem";
import { multicall } from "viem/actions";
import type { TownClient } from "./makeClient.ts";

/** Calldata of one request; far below what nodes accept. */
const BATCH_BYTES = 65_536;

/**
 * Several views of one block in one request, or an error if any of them fails. Needs no contract on the chain: the
 * request brings the code that makes the calls.
 */
export async function readMany<const contracts extends readonly unknown[]>(
  client: TownClient,
  contracts: MulticallParameters<contracts, false>["contracts"],
  blockNumber?: bigint,
): Promise<MulticallReturnType<contracts, false>> {
  if ((contracts as readonly ContractFunctionParameters[]).length === 0) return [] as never;
  const block = blockNumber === undefined ? {} : { blockNumber };
  return (await multicall(client, {
    contracts,
    allowFailure: false,
    deployless: true,
    batchSize: BATCH_BYTES,
    ...block,
  } as never)) as never;
}
