import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Provider } from "ethers";
import hre from "hardhat";
import { Mistake } from "../commands/Mistake.mjs";
import { foreseeAddresses } from "./foreseeAddresses.ts";
import { networks } from "./networks.ts";
import { wipeUnsent } from "./wipeUnsent.ts";

export type Connection = Awaited<ReturnType<typeof hre.network.create>>;

/** What a deployment must still know when it is resumed: all addresses follow from the deployer and its nonce. */
export type Plan = { headOffice: string; deployer: string; firstNonce: number; firstBlock: number };

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
  const plan = await makePlan(connection, wallets);
  beforeFirstSending(connection, () => {
    mkdirSync(journal, { recursive: true });
    writeFileSync(file, `${JSON.stringify(plan, null, 2)}\n`);
  });
  return plan;
}

/** After a run that failed: removes its plan and journal when the chain has taken nothing of it. */
export async function forgetUnsent(connection: Connection, { deployer, firstNonce }: Plan): Promise<void> {
  if (connection.networkConfig.type === "edr-simulated") return;
  if ((await connection.ethers.provider.getTransactionCount(deployer, "pending")) > firstNonce) return;
  rmSync(placesOf(await chainIdOf(connection)).journal, { recursive: true, force: true });
}

/** How many of a plan's contracts are on chain, and whether the deployer's next one would come to lie elsewhere. */
export type Progress = { done: number; all: number; isAstray: boolean };

export async function readProgress(provider: Provider, plan: Plan): Promise<Progress> {
  const addresses = Object.values(foreseeAddresses(plan.deployer, plan.firstNonce));
  const codes = await Promise.all(addresses.map((address) => provider.getCode(address)));
  const [done, all] = [codes.filter((code) => code !== "0x").length, addresses.length];
  const nonce = await provider.getTransactionCount(plan.deployer);
  return { done, all, isAstray: done < all && nonce > plan.firstNonce + done };
}

/** What to do about a deployer that has sent something else meanwhile. */
export async function beginAnew(connection: Connection, { deployer }: Plan): Promise<Mistake> {
  const { journal } = placesOf(await chainIdOf(connection));
  return new Mistake(
    `The deployer ${deployer} has sent something else meanwhile, or one of its transactions failed, so that the next ` +
      `contract would not be where the others look for it. ${howToBeginAnew(journal)}`,
  );
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
  return { headOffice, deployer, firstNonce, firstBlock: await provider.getBlockNumber() };
}

function beforeFirstSending(connection: Connection, write: () => void): void {
  const handlers: Parameters<typeof hre.hooks.registerHandlers<"network">>[1] = {
    onRequest: (context, asked, request, next) => {
      if (asked.id === connection.id && request.method.startsWith("eth_send")) {
        hre.hooks.unregisterHandlers("network", handlers);
        write();
      }
      return next(context, asked, request);
    },
  };
  hre.hooks.registerHandlers("network", handlers);
}

function readPlan({ journal, file }: { journal: string; file: string }, { headOffice, deployer }: Wallets): Plan {
  const plan = parsePlan(file, journal);
  if (plan.headOffice === headOffice && plan.deployer === deployer) return plan;
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
