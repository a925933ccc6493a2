import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import hre from "hardhat";
import type { Hex } from "viem";
import { isSameAddress } from "@one-small-town/core/hex.ts";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import { Mistake } from "../commands/Mistake.mjs";
import type { Beginning } from "./creations.ts";
import { networks } from "./networks.ts";
import { wipeUnsent } from "./wipeUnsent.ts";

export type Connection = Awaited<ReturnType<typeof hre.network.create>>;

/**
 * What a deployment must still know when it is resumed: all addresses follow from the deployer and its nonce. `sent` are
 * the transactions so far, one more where one was sent again with a higher fee.
 */
export type Plan = Beginning & { firstBlock: number; sent: readonly Sent[] };

type Sent = { name: ContractName; hash: Hex };

type Wallets = { headOffice: string; deployer: string };

/**
 * On a public network the plan outlives an interruption, beside Ignition's journal, so that a second run resumes it. It
 * is written when the first transaction is sent: a run that sent nothing leaves nothing to resume.
 */
export async function makeOrReadPlan(connection: Connection, wallets: Wallets): Promise<Plan> {
  if (connection.networkConfig.type === "edr-simulated") return makePlan(connection, wallets);

  const chainId = await chainIdOf(connection);
  const { journal, file } = placesOf(chainId);
  if (chainId === networks.local.chainId) rmSync(journal, { recursive: true, force: true }); // of a chain gone by
  if (existsSync(file)) {
    const plan = readPlan({ journal, file }, wallets);
    await wipeUnsent(journal, await connection.ethers.provider.getTransactionCount(plan.deployer, "pending"));
    return plan;
  }
  rmSync(journal, { recursive: true, force: true }); // of a run that sent nothing
  return makePlan(connection, wallets);
}

/** Writes a plan down, but for a chain of this process. */
export async function keepPlan(connection: Connection, plan: Plan): Promise<void> {
  if (connection.networkConfig.type === "edr-simulated") return;
  const { journal, file } = placesOf(await chainIdOf(connection));
  mkdirSync(journal, { recursive: true });
  writeFileSync(file, `${JSON.stringify(plan, null, 2)}\n`);
}

/**
 * After a run that failed: removes its journal, and its plan, when it sent nothing or the chain has taken nothing of it.
 * Says whether the next run makes a plan of its own.
 */
export async function forgetUnsent(connection: Connection, { deployer, firstNonce }: Plan): Promise<boolean> {
  if (connection.networkConfig.type === "edr-simulated") return true;
  const { journal, file } = placesOf(await chainIdOf(connection));
  const nonce = await connection.ethers.provider.getTransactionCount(deployer, "pending");
  if (existsSync(file) && nonce > firstNonce) return false;
  rmSync(journal, { recursive: true, force: true });
  return true;
}

/** What is wrong with a deployment that nobody can mend, and how to begin anew. */
export async function beginAnew(connection: Connection, words: string): Promise<Mistake> {
  if (connection.networkConfig.type === "edr-simulated") return new Mistake(words);
  const { journal } = placesOf(await chainIdOf(connection));
  return new Mistake(`${words}\n${howToBeginAnew(journal)}`);
}

function howToBeginAnew(journal: string): string {
  return (
    `To begin anew, remove the folder ${journal}, and nothing else: the folders beside it and the files in ` +
    `deployments/ are of other deployments. What is on chain already stays there unused.`
  );
}

function placesOf(chainId: number): { journal: string; file: string } {
  const journal = path.join(hre.config.paths.ignition, "deployments", `chain-${chainId}`);
  return { journal, file: path.join(journal, "plan.json") };
}

async function chainIdOf({ ethers }: Connection): Promise<number> {
  return Number((await ethers.provider.getNetwork()).chainId);
}

async function makePlan({ ethers: { provider } }: Connection, { headOffice, deployer }: Wallets): Promise<Plan> {
  const firstNonce = await provider.getTransactionCount(deployer);
  return { headOffice, deployer, firstNonce, firstBlock: await provider.getBlockNumber(), sent: [] };
}

function readPlan({ journal, file }: { journal: string; file: string }, { headOffice, deployer }: Wallets): Plan {
  const plan = parsePlan(file, journal);
  if (isSameAddress(plan.headOffice, headOffice) && isSameAddress(plan.deployer, deployer)) return plan;
  throw new Mistake(
    `${file} began a deployment by ${plan.deployer} for head office ${plan.headOffice}. ` +
      `Go on with those wallets. ${howToBeginAnew(journal)}`,
  );
}

function parsePlan(file: string, journal: string): Plan {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Plan;
  } catch (cause) {
    throw new Mistake(`${file} cannot be read, so that nobody knows what it began. ${howToBeginAnew(journal)}`, {
      cause,
    });
  }
}
