import { Contract, type ContractRunner } from "ethers";
import type { TestDollar } from "../../types/ethers-contracts/index.js";
import { testDollarAbi } from "@one-small-town/core/abis/testDollarAbi.ts";
import { interfaceOf } from "./interfaceOf.ts";

/** A currency. Only TestDollar, of local chains, has `mint`. */
export function currencyAt(address: string, runner: ContractRunner): TestDollar {
  return new Contract(address, interfaceOf(testDollarAbi), runner) as unknown as TestDollar;
}
