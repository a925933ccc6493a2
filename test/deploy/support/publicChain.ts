import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import hre from "hardhat";
import { startChain } from "../../../scripts/chain/startChain.ts";
import { Mistake } from "../../../scripts/commands/Mistake.mjs";
import { deploySystem } from "../../../scripts/deploy/deploySystem.ts";
import { foreseeAddresses } from "../../../scripts/deploy/foreseeAddresses.ts";
import { type Connection, makeOrReadPlan, type Plan } from "../../../scripts/deploy/makeOrReadPlan.ts";
import { networks } from "../../../scripts/deploy/networks.ts";
import { runSteps } from "../../../scripts/deploy/runSteps.ts";
import { ownPort } from "../../support/ownPort.ts";

export type PublicChain = Awaited<ReturnType<typeof openPublicChain>>;

/**
 * A chain that outlives a run, as public ones do, and a deployer who deploys to it. Each test file takes a chain id of
 * its own, because a deployment's plan and journal are kept by it.
 */
export async function openPublicChain(chainId: number) {
  const journal = path.join(hre.config.paths.ignition, "deployments", `chain-${chainId}`);
  rmSync(journal, { recursive: true, force: true });
  const chain = await startChain(ownPort(18_620), { chainId });
  const connection = await connectTo(chain.url, chainId);
  const [deployer, headOffice, stranger] = await connection.ethers.getSigners();
  if (!deployer || !headOffice || !stranger) throw new Error("The chain has no accounts");

  const wallets = { deployer: deployer.address, headOffice: headOffice.address };
  const network = { ...networks.base, chainId, confirmations: 1 };
  const planFile = path.join(journal, "plan.json");
  return {
    url: chain.url,
    connection,
    deployer,
    headOffice,
    stranger,
    wallets,
    journal,
    planFile,
    /** Where each contract is to be, when the deployer begins with its first transaction. */
    foreseen: foreseeAddresses(deployer.address, 0),
    nonce: () => connection.ethers.provider.getTransactionCount(deployer.address),
    isPlanned: () => existsSync(planFile),
    readPlan: () => JSON.parse(readFileSync(planFile, "utf8")) as Plan,
    /** A plan as a run leaves it that was ended before anything was sent. */
    writePlan: (plan: Plan) => {
      mkdirSync(journal, { recursive: true });
      writeFileSync(planFile, JSON.stringify(plan));
    },
    /** As a run does that stops after so many contracts. */
    deployInPart: async (count: number) =>
      runSteps(connection, network, await makeOrReadPlan(connection, wallets), count),
    deploy: (by = connection, others = {}) => deploySystem(by, network, { ...wallets, ...others }),
    close: async () => {
      await chain.close();
      rmSync(journal, { recursive: true, force: true });
    },
  };
}

/** A connection to the node at an address, which signs with a key or leaves that to the node. */
export function connectTo(url: string, chainId: number, key?: string): Promise<Connection> {
  const accounts = key === undefined ? ("remote" as const) : [key];
  return hre.network.create({ network: "local", override: { url, chainId, accounts } });
}

/** What somebody reads whose attempt fails for a reason that they can mend. */
export async function mistakeOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "no mistake",
    (failure: unknown) => (failure instanceof Mistake ? failure.message : `not a mistake: ${String(failure)}`),
  );
}
