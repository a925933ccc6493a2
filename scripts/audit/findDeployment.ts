import { readFileSync } from "node:fs";
import { isAddress as isSpelled, isHash } from "viem";
import type { ContractName, Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { spelled } from "@one-small-town/core/deployment/spelled.ts";
import { deploymentFile } from "../deploy/deploymentFile.ts";
import { foreseeAddresses } from "../deploy/foreseeAddresses.ts";
import { networks } from "../deploy/networks.ts";
import { CannotAudit } from "./CannotAudit.ts";

/** The deployment that a file describes, or that of a chain. */
export function findDeployment(file: string | null, chainId: number): Deployment {
  const found = file ?? usualFile(chainId);
  const deployment = parse(found) as Partial<Deployment>;
  const wrong = wrongPartOf(deployment);
  if (wrong !== undefined) throw new CannotAudit(`${found} does not describe a deployment: ${wrong} is missing in it.`);
  return spelled(deployment as Deployment);
}

/** In whatever letters: an address is what it says. */
function isAddress(text: string): boolean {
  return isSpelled(text, { strict: false });
}

function usualFile(chainId: number): string {
  const name = Object.entries(networks).find(([, network]) => network.chainId === chainId)?.[0];
  if (name !== undefined) return deploymentFile(name);
  throw new CannotAudit(`Nothing is known of chain ${chainId}: name the deployment with --deployment FILE.`);
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8")) ?? {};
  } catch (error) {
    if (error instanceof SyntaxError) throw new CannotAudit(`${file} is not JSON.`);
    throw new CannotAudit(`There is no deployment in ${file}: name another file with --deployment FILE.`);
  }
}

function wrongPartOf({ chainId, addresses, creations, startBlock, startBlockHash, parameters }: Partial<Deployment>) {
  if (!Number.isSafeInteger(chainId)) return "chainId";
  if (!Number.isSafeInteger(startBlock)) return "startBlock";
  if (startBlockHash === undefined || !isHash(startBlockHash)) return "startBlockHash";
  const { headOffice, deployer, firstNonce } = parameters ?? {};
  if (headOffice === undefined || deployer === undefined || ![headOffice, deployer].every((one) => isAddress(one))) {
    return "parameters";
  }
  if (firstNonce === undefined || !Number.isSafeInteger(firstNonce)) return "parameters.firstNonce";
  const names = Object.keys(foreseeAddresses(deployer, firstNonce)) as ContractName[];
  const unsent = names.find((name) => !isHash(creations?.[name] ?? ""));
  return names.find((name) => !isAddress(addresses?.[name] ?? "")) ?? (unsent && `creations.${unsent}`);
}
