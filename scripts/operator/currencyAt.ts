import { Contract, type ContractRunner } from "ethers";
import type { TestDollar } from "../../types/ethers-contracts/index.js";
import { testDollarAbi } from "../../web/src/lib/abis/testDollarAbi.ts";

/** A currency. Only TestDollar, of local chains, has `mint`. */
export function currencyAt(address: string, runner: ContractRunner): TestDollar {
  return new Contract(address, testDollarAbi, runner) as unknown as TestDollar;
}
