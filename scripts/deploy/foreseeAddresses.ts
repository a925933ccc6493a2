import { getCreateAddress } from "ethers";
import type { Address } from "viem";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";

/** The order in which the steps create the contracts, one transaction each. */
const ORDER: readonly ContractName[] = [
  "Authority",
  "TownRegistry",
  "MemberRegistry",
  "Succession",
  "ProjectRegistry",
  "InfinityToken",
  "Contributions",
  "Benefits",
  "InvestorToken",
  "ShareOffering",
  "Releases",
  "ProfitSplitter",
  "TownTreasury",
  "FinalDivision",
];

/**
 * Where each contract will be. Contracts that refer to each other are given addresses that do not exist yet; an
 * address follows from the deployer and its nonce alone, and the check after the deployment compares them all.
 */
export function foreseeAddresses(deployer: string, firstNonce: number): Record<ContractName, Address> {
  const entries = ORDER.map((name, i) => [name, getCreateAddress({ from: deployer, nonce: firstNonce + i })]);
  return Object.fromEntries(entries) as Record<ContractName, Address>;
}
