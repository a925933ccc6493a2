import { formatEther, getAddress, type Provider } from "ethers";
import hre from "hardhat";
import type { Address } from "viem";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { Mistake } from "../commands/Mistake.mjs";
import { checkDeployment } from "./checkDeployment.ts";
import { findCreations } from "./findCreations.ts";
import { findStart } from "./findStart.ts";
import { foreseeAddresses } from "./foreseeAddresses.ts";
import { beginAnew, type Connection, forgetUnsent, makeOrReadPlan, type Plan } from "./makeOrReadPlan.ts";
import type { NetworkParameters } from "./networks.ts";
import { type Progress, readProgress } from "./progress.ts";
import { Astray, runSteps } from "./runSteps.ts";

/** What the contracts take together. */
const GAS = 36_000_000n;

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
    throw new Mistake(
      `Head office must not be the deployer's wallet ${deployer}: give head office a wallet of its own.`,
    );
  }
  const provider = connection.ethers.provider;
  const plan = await makeOrReadPlan(connection, { headOffice, deployer });
  const progress = await readProgress(provider, plan);
  await requireNoObstacle(connection, progress);
  await requireMoney(provider, network, plan, progress);
  const sent = await runSteps(connection, network, plan).catch(async (cause: Error) => {
    throw await whyStopped(connection, plan, cause);
  });
  const deployment = await describe(connection, sent);
  const problems = await checkDeployment(provider, deployment);
  if (problems.length === 0) return deployment;
  const list = problems.map(({ words, remedy }) => `- ${words}. ${remedy}`).join("\n");
  throw await beginAnew(connection, `This deployment must not be used:\n${list}`);
}

async function requireNoObstacle(connection: Connection, { obstacle }: Progress): Promise<void> {
  if (obstacle === null) return;
  throw obstacle.isFinal ? await beginAnew(connection, obstacle.words) : new Mistake(obstacle.words);
}

/** What stopped it, and how to go on. */
async function whyStopped(connection: Connection, plan: Plan, cause: Error): Promise<Mistake> {
  const goOn = "Mend that, then run the same command again: it goes on where it stopped.";
  try {
    const isForgotten = await forgetUnsent(connection, plan);
    const { done, all, obstacle } = await readProgress(connection.ethers.provider, plan);
    if (!isForgotten && obstacle?.isFinal) return await beginAnew(connection, obstacle.words);
    if (!isForgotten && cause instanceof Astray) return await beginAnew(connection, cause.message);
    return new Mistake(`The deployment stopped after ${done} of ${all} contracts: ${cause.message}\n${goOn}`, {
      cause,
    });
  } catch {
    return new Mistake(`The deployment stopped, and its node no longer answers: ${cause.message}\n${goOn}`, { cause });
  }
}

/** Throws when the deployer cannot even pay for what is left. */
async function requireMoney(
  provider: Provider,
  { name, nativeCurrency }: NetworkParameters,
  plan: Plan,
  { done, all }: Progress,
): Promise<void> {
  if (done === all) return;
  const balance = await provider.getBalance(plan.deployer);
  const { gasPrice } = await provider.getFeeData();
  const needed = done === 0 ? GAS * (gasPrice ?? 0n) : 1n;
  if (balance >= needed) return;
  const [has, costs] = [balance, needed].map((units) => `${formatEther(units)} ${nativeCurrency.symbol}`);
  throw new Mistake(
    `The deployer ${plan.deployer} has ${has} on ${name}, and to deploy costs about ${costs} at present. ` +
      `Send it some, then run this again.`,
  );
}

async function describe(connection: Connection, plan: Plan): Promise<Deployment> {
  const addresses = foreseeAddresses(plan.deployer, plan.firstNonce);
  const start = await findStart(connection, addresses.Authority, plan.firstBlock);
  const { chainId } = await connection.ethers.provider.getNetwork();
  return {
    chainId: Number(chainId),
    addresses,
    creations: await findCreations(connection, plan),
    startBlock: start.block,
    startBlockHash: start.hash,
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
