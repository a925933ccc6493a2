import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import hre from "hardhat";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";

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
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Deployment;
  } catch (cause) {
    throw new Error(`No deployment of "${network}" in ${file}. Run: npm run deploy -- --network ${network}`, { cause });
  }
}
