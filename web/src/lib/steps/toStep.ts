import type { Abi, Address, ContractFunctionArgs, ContractFunctionName } from "viem";
import type { Step } from "./Step.ts";

/** Makes a step whose function and arguments the compiler checks against the ABI. */
export function toStep<const abi extends Abi, name extends ContractFunctionName<abi, "nonpayable">>(
  address: Address,
  abi: abi,
  functionName: name,
  args: ContractFunctionArgs<abi, "nonpayable", name>,
): Step {
  return { address, abi, functionName, args: args as readonly unknown[] };
}
