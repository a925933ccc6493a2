import { buildModule, type NamedArtifactContractDeploymentFuture } from "@nomicfoundation/ignition-core";
import hre from "hardhat";
import { type Abi, type Address, encodeDeployData, type Hex } from "viem";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import { foreseeAddresses } from "./foreseeAddresses.ts";
import { contracts } from "./steps.ts";

/** From what all transactions of a deployment follow. */
export type Beginning = { headOffice: string; deployer: string; firstNonce: number };

/** A transaction of the deployer that creates a contract, as these sources have it. */
export type Creation = { name: ContractName; address: Address; nonce: number; data: Hex };

/** The transactions that a deployment consists of, in their order. */
export async function creationsOf(beginning: Beginning): Promise<Creation[]> {
  const foreseen = foreseeAddresses(beginning.deployer, beginning.firstNonce);
  return Promise.all(
    toldTo(beginning).map(async ({ name, args }, i) => {
      const { abi, bytecode } = await hre.artifacts.readArtifact(name);
      const data = encodeDeployData({ abi: abi as Abi, bytecode: bytecode as Hex, args });
      return { name, address: foreseen[name], nonce: beginning.firstNonce + i, data };
    }),
  );
}

/** The same for Hardhat Ignition, which sends them: each after the one before it, and none but the first `count`. */
export function ignitionModuleOf(beginning: Beginning, count: number) {
  return buildModule("system", (m) => {
    let before: NamedArtifactContractDeploymentFuture<string>[] = [];
    for (const { name, args } of toldTo(beginning).slice(0, count)) {
      before = [m.contract(name, [...args], { after: before })];
    }
    return {};
  });
}

function toldTo({ headOffice, deployer, firstNonce }: Beginning) {
  const foreseen = foreseeAddresses(deployer, firstNonce);
  const words = { ...foreseen, headOffice, allContracts: Object.values(foreseen) };
  return contracts.map(({ name, told }) => ({ name, args: told.map((one) => words[one]) }));
}
