import path from "node:path";
import hre from "hardhat";
import { deploymentFile } from "./deploymentFile.ts";

/** The command that audits the deployment of a network, ready to be copied. It asks the network's public node. */
export function auditCommand(network: string): string {
  return `npm run audit -- --deployment ${path.relative(hre.config.paths.root, deploymentFile(network))}`;
}
