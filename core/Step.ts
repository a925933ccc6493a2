import type { Abi, Address, ContractFunctionArgs, ContractFunctionName } from "viem";

/** One call of one contract as plain data: ethers sends it in scripts and tests, a person's wallet in the dApp. */
export type Step = {
  address: Address;
  abi: Abi;
  functionName: string;
  args: readonly unknown[];
};

/** Makes a step whose function and arguments the compiler checks against the ABI. */
export function toStep<const abi extends Abi, name extends ContractFunctionName<abi, "nonpayable">>(
  address: Address,
  abi: abi,
  functionName: name,
  args: ContractFunctionArgs<abi, "nonpayable", name>,
): Step {
  return { address, abi, functionName, args: args as readonly unknown[] };
}
