import { Contract, type ContractRunner } from "ethers";
import type { InvestorToken } from "../../types/ethers-contracts/index.js";
import { investorTokenAbi } from "@one-small-town/core/abis/investorTokenAbi.ts";
import { interfaceOf } from "./interfaceOf.ts";

/** The share token of one business. */
export function tokenAt(address: string, runner: ContractRunner): InvestorToken {
  return new Contract(address, interfaceOf(investorTokenAbi), runner) as unknown as InvestorToken;
}
