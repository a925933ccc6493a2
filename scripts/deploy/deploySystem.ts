import { getAddress, type Provider } from "ethers";
import hre from "hardhat";
import type { Address, Hex } from "viem";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import profit from "./6-profit.ts";
import { checkDeployment } from "./checkDeployment.ts";
import { foreseeAddresses } from "./foreseeAddresses.ts";
import { type Connection, makeOrReadPlan, type Plan } from "./makeOrReadPlan.ts";
import type { NetworkParameters } from "./networks.ts";
import { parametersOf } from "./parametersOf.ts";

/**
 * Deploys the whole system in six numbered steps, or goes on where an interrupted run stopped, and checks the result.
 * Throws when the check finds anything wrong.
 */
export async function deploySystem(
  connection: Connection,
  network: NetworkParameters,
  { headOffice, deployer }: { headOffice: string; deployer: string },
): Promise<Deployment> {
  if (getAddress(headOffice) === getAddress(deployer)) {
    throw new Error(`Head office must not be the deployer's wallet ${deployer}: give head office a wallet of its own.`);
  }
  const provider = connection.ethers.provider;
  const plan = await makeOrReadPlan(connection, { headOffice, deployer });
  await runSteps(connection, network, plan);
  const deployment = await describe(provider, plan);
  const problems = await checkDeployment(provider, deployment);
  if (problems.length > 0) throw new Error(`This deployment must not be used:\n- ${problems.join("\n- ")}`);
  return deployment;
}

async function runSteps(connection: Connection, network: NetworkParameters, plan: Plan): Promise<void> {
  await connection.ignition.deploy(profit, {
    defaultSender: plan.deployer,
    config: { requiredConfirmations: network.confirmations },
    parameters: parametersOf(plan),
  });
}

async function describe(provider: Provider, plan: Plan): Promise<Deployment> {
  const addresses = foreseeAddresses(plan.deployer, plan.firstNonce);
  const [first] = await provider.getLogs({ address: addresses.Authority, fromBlock: plan.firstBlock });
  if (first === undefined)
    throw new Error(`Authority is not at ${addresses.Authority}, where the other contracts look.`);
  const { chainId } = await provider.getNetwork();
  return {
    chainId: Number(chainId),
    addresses,
    startBlock: first.blockNumber,
    startBlockHash: first.blockHash as Hex,
    parameters: {
      headOffice: getAddress(plan.headOffice) as Address,
      deployer: getAddress(plan.deployer) as Address,
      firstNonce: plan.firstNonce,
    },
    compiler: describeCompiler(),
  };
}

function describeCompiler(): Deployment["compiler"] {
  const [compiler] = hre.config.solidity.profiles["default"]?.compilers ?? [];
  const { evmVersion, optimizer, viaIR } = compiler?.settings ?? {};
  return { version: compiler?.version ?? "", evmVersion, optimizerRuns: optimizer?.runs, viaIR };
}
