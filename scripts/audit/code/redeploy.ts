import { deploy, DeploymentResultType } from "@nomicfoundation/ignition-core";
import hre from "hardhat";
import type { Hex } from "viem";
import type { ContractName, Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import profit from "../../deploy/6-profit.ts";
import { parametersOf } from "../../deploy/parametersOf.ts";

const PLENTY = `0x${10n ** 24n}`;

const artifactResolver = {
  loadArtifact: (name: string) => hre.artifacts.readArtifact(name),
  getBuildInfo: () => Promise.resolve(undefined),
};

/**
 * The code that these sources have where a deployment has its contracts: the same six steps, run again on an empty chain
 * inside this process, from the same wallet, nonce and chain id. Every byte can be compared, addresses in it included.
 */
export async function redeploy(deployment: Deployment): Promise<Record<ContractName, Hex>> {
  const { addresses, chainId, parameters } = deployment;
  const { deployer, firstNonce } = parameters;
  const chain = await hre.network.create({ network: "default", override: { chainId } });
  const { provider } = chain;
  try {
    await provider.request({ method: "hardhat_impersonateAccount", params: [deployer] });
    await provider.request({ method: "hardhat_setBalance", params: [deployer, PLENTY] });
    await provider.request({ method: "hardhat_setNonce", params: [deployer, `0x${firstNonce.toString(16)}`] });
    const result = await deploy({
      artifactResolver,
      provider,
      ignitionModule: profit,
      deploymentParameters: parametersOf({ ...parameters, firstBlock: 0 }),
      accounts: [deployer],
      defaultSender: deployer,
      config: { requiredConfirmations: 1 },
    });
    if (result.type !== DeploymentResultType.SUCCESSFUL_DEPLOYMENT)
      throw new Error(`These sources could not be deployed: ${result.type}`);
    const codes = Object.entries(addresses).map(async ([name, address]) => {
      return [name, await provider.request({ method: "eth_getCode", params: [address, "latest"] })];
    });
    return Object.fromEntries(await Promise.all(codes));
  } finally {
    await chain.close();
  }
}
