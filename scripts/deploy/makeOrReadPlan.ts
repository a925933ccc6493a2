import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import hre from "hardhat";
import { networks } from "./networks.ts";

export type Connection = Awaited<ReturnType<typeof hre.network.create>>;

/** What a deployment must still know when it is resumed: all addresses follow from the deployer and its nonce. */
export type Plan = { headOffice: string; deployer: string; firstNonce: number; firstBlock: number };

/** On a public network the plan outlives an interruption, beside Ignition's journal, so that a second run resumes it. */
export async function makeOrReadPlan(
  connection: Connection,
  wallets: { headOffice: string; deployer: string },
): Promise<Plan> {
  if (connection.networkConfig.type === "edr-simulated") return makePlan(connection, wallets);

  const { chainId } = await connection.ethers.provider.getNetwork();
  const journal = path.join(hre.config.paths.ignition, "deployments", `chain-${chainId}`);
  const file = path.join(journal, "plan.json");
  if (Number(chainId) === networks.local.chainId) rmSync(journal, { recursive: true, force: true }); // of a chain gone by
  if (existsSync(file)) return readPlan(file, wallets);
  const plan = await makePlan(connection, wallets);
  mkdirSync(journal, { recursive: true });
  writeFileSync(file, `${JSON.stringify(plan, null, 2)}\n`);
  return plan;
}

async function makePlan(
  { ethers: { provider } }: Connection,
  wallets: { headOffice: string; deployer: string },
): Promise<Plan> {
  const firstNonce = await provider.getTransactionCount(wallets.deployer);
  return { ...wallets, firstNonce, firstBlock: await provider.getBlockNumber() };
}

function readPlan(file: string, { headOffice, deployer }: { headOffice: string; deployer: string }): Plan {
  const plan = JSON.parse(readFileSync(file, "utf8")) as Plan;
  if (plan.headOffice !== headOffice || plan.deployer !== deployer) {
    throw new Error(
      `${file} began a deployment by ${plan.deployer} for head office ${plan.headOffice}. ` +
        `Go on with those wallets, or remove its folder to begin anew.`,
    );
  }
  return plan;
}
