import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import hre from "hardhat";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { spelled } from "@one-small-town/core/deployment/spelled.ts";
import { Mistake } from "../commands/Mistake.mjs";

/** Where the deployment of a network is written down. */
export function deploymentFile(network: string): string {
  return path.join(hre.config.paths.root, "deployments", `${network}.json`);
}

export function writeDeployment(network: string, deployment: Deployment): void {
  const file = deploymentFile(network);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(deployment, null, 2)}\n`);
}

/** The deployment of a network. Throws with what to do when there is none. */
export function readDeployment(network: string): Deployment {
  const file = deploymentFile(network);
  const text = readText(file, network);
  try {
    return spelled(JSON.parse(text) as Deployment);
  } catch (cause) {
    throw new Mistake(`${file} is not JSON. Put back what npm run deploy wrote there.`, { cause });
  }
}

function readText(file: string, network: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    const remedy = `Run: npm run deploy -- --network ${network}`;
    throw new Mistake(`No deployment of "${network}" in ${file}. ${remedy}`, { cause });
  }
}
