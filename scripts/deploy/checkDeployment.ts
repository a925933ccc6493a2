import { Interface, type Log, type Provider, ZeroHash } from "ethers";
import { authorityAbi } from "@one-small-town/core/abis/authorityAbi.ts";
import type { ContractName, Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { APPOINTER } from "@one-small-town/core/rules/Roles.ts";
import { foreseeAddresses } from "./foreseeAddresses.ts";

const authority = new Interface(authorityAbi);

type Grant = { role: string; account: string };

/**
 * Checks on chain that a deployment is what it must be before anybody uses it: every contract is at the address that
 * the others were built to trust, head office is the root, and the deployer holds nothing. Returns what is wrong.
 */
export async function checkDeployment(provider: Provider, deployment: Deployment): Promise<string[]> {
  const grants = await readGrants(provider, deployment);
  return [
    ...checkAddresses(deployment),
    ...(await checkCode(provider, deployment)),
    ...checkRoot(deployment, grants),
    ...checkDeployer(deployment, grants),
  ];
}

function checkAddresses({ addresses, parameters }: Deployment): string[] {
  const foreseen = foreseeAddresses(parameters.deployer, parameters.firstNonce);
  const names = Object.keys(foreseen) as ContractName[];
  const astray = names.filter((name) => foreseen[name].toLowerCase() !== addresses[name].toLowerCase());
  return astray.map((name) => `${name} is at ${addresses[name]}, but the others trust ${foreseen[name]}`);
}

async function checkCode(provider: Provider, { addresses }: Deployment): Promise<string[]> {
  const codes = await Promise.all(
    Object.entries(addresses).map(async ([name, address]) => ({
      name,
      address,
      code: await provider.getCode(address),
    })),
  );
  return codes
    .filter(({ code }) => code === "0x")
    .map(({ name, address }) => `there is no code of ${name} at ${address}`);
}

function checkRoot({ addresses, parameters }: Deployment, grants: Grant[]): string[] {
  const rootHolders = grants.filter(({ role }) => role === ZeroHash).map(({ account }) => account);
  const appointers = grants.filter(({ role }) => role === APPOINTER).map(({ account }) => account);
  return [
    ...(same(rootHolders, parameters.headOffice)
      ? []
      : [`the root was granted to ${rootHolders.join(", ") || "nobody"}`]),
    ...(same(appointers, addresses.TownRegistry) ? [] : [`the appointer is ${appointers.join(", ") || "nobody"}`]),
  ];
}

function checkDeployer({ parameters }: Deployment, grants: Grant[]): string[] {
  const own = grants.filter(({ account }) => account.toLowerCase() === parameters.deployer.toLowerCase());
  return own.map(({ role }) => `the deployer ${parameters.deployer} was granted role ${role}`);
}

function same(accounts: string[], expected: string): boolean {
  return accounts.length === 1 && accounts[0]?.toLowerCase() === expected.toLowerCase();
}

/** Every role that the block of the deployment's first contract granted: those of its constructor. */
async function readGrants(provider: Provider, { addresses, startBlock }: Deployment): Promise<Grant[]> {
  const topic = authority.getEvent("RoleGranted")?.topicHash ?? null;
  const filter = { address: addresses.Authority, topics: [topic], fromBlock: startBlock, toBlock: startBlock };
  return (await provider.getLogs(filter)).map(readGrant);
}

function readGrant(log: Log): Grant {
  const [role, account] = authority.decodeEventLog("RoleGranted", log.data, log.topics);
  return { role: String(role), account: String(account) };
}
