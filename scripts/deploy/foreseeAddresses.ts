import { getCreateAddress } from "ethers";
import type { Address } from "viem";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import { forEachContract } from "./steps.ts";

/**
 * Where each contract will be. Contracts that refer to each other are given addresses that do not exist yet; an
 * address follows from the deployer and its nonce alone, and the check after the deployment compares them all.
 */
export function foreseeAddresses(deployer: string, firstNonce: number): Record<ContractName, Address> {
  return forEachContract((_, i) => getCreateAddress({ from: deployer, nonce: firstNonce + i }) as Address);
}
