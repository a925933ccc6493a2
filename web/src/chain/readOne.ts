import {
  type Abi,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionParameters,
  decodeFunctionResult,
  encodeFunctionData,
  numberToHex,
  type ReadContractParameters,
  type ReadContractReturnType,
} from "viem";
import type { TownClient } from "./System.ts";

/** One view; of the newest block, if none is named. Throws what the node says. */
export async function readOne<
  const abi extends Abi,
  name extends ContractFunctionName<abi, "pure" | "view">,
  const args extends ContractFunctionArgs<abi, "pure" | "view", name>,
>(client: TownClient, view: ReadContractParameters<abi, name, args>): Promise<ReadContractReturnType<abi, name, args>> {
  const { address, ...call } = view as unknown as ContractFunctionParameters;
  const block = view.blockNumber === undefined ? "latest" : numberToHex(view.blockNumber);
  const data = await client.request({
    method: "eth_call",
    params: [{ to: address, data: encodeFunctionData(call) }, block],
  });
  return decodeFunctionResult({ ...call, data }) as never;
}
