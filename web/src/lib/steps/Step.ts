import type { Abi, Address } from "viem";

/** One call of one contract as plain data: ethers sends it in scripts and tests, wagmi in the dApp. */
export type Step = {
  address: Address;
  abi: Abi;
  functionName: string;
  args: readonly unknown[];
};
