import { Interface, type Log, type Provider, ZeroHash } from "ethers";
import { authorityAbi } from "@one-small-town/core/abis/authorityAbi.ts";
import type { ContractName, Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { APPOINTER } from "@one-small-town/core/rules/Roles.ts";
import type { Hex } from "viem";
import { differenceOf } from "../audit/code/compareCode.ts";
import { type Began, redeploy } from "../audit/code/redeploy.ts";
import { creationsOf } from "./creations.ts";
import { foreseeAddresses } from "./foreseeAddresses.ts";

const authority = new Interface(authorityAbi);

type Grant = { role: string; account: string };

/** What is wrong, and where; and what the operator does about it. `isUnknown`: nobody can say whether it is wrong. */
export type Problem = { words: string; remedy: string; isUnknown?: true };

/** What is asked of a node. */
type Node = Pick<Provider, "getCode" | "getLogs"> & { send: (method: string, params: string[]) => Promise<unknown> };

const ANEW = "Nobody can mend that: deploy anew.";

const AS_WRITTEN = "Put back the file that npm run deploy wrote.";

const NOT_THERE = "Ask another node; where it says the same, deploy anew.";

const OTHER_CODE =
  "Either these sources are not those that were deployed: check those out. Or something else was created there: deploy anew.";

/**
 * Checks on chain that a deployment is what it must be before anybody uses it: it began as it must, and each contract has
 * the very code of these sources, with what its constructor was to be told. Returns what is wrong.
 */
export async function checkDeployment(provider: Node, deployment: Deployment): Promise<Problem[]> {
  return [...(await checkBeginning(provider, deployment)), ...(await checkCodes(provider, deployment))];
}

/**
 * Checks how a deployment began: every contract is at the address that the others were built to trust, and was created
 * as these sources do it; head office is the root, and the deployer holds nothing.
 */
export async function checkBeginning(provider: Node, deployment: Deployment): Promise<Problem[]> {
  const grants = await readGrants(provider, deployment);
  return [
    ...checkAddresses(deployment),
    ...checkRoot(deployment, grants),
    ...checkDeployer(deployment, grants),
    ...(await checkCreations(provider, deployment)),
  ];
}

type RawTransaction = { from: string; nonce: string; input: string };

/**
 * Compares the transactions that created the contracts with those of these sources. The same code can come from another
 * constructor, which wrote into the contract's storage what nobody sees: a role of somebody's, or a balance.
 */
async function checkCreations(provider: Node, deployment: Deployment): Promise<Problem[]> {
  const creations = await creationsOf(deployment.parameters);
  const deployer = deployment.parameters.deployer.toLowerCase();
  const checked = creations.map(async ({ name, nonce, data }): Promise<Problem[]> => {
    const hash = deployment.creations[name];
    const contract = `${name} at ${deployment.addresses[name]}`;
    const sent = (await provider.send("eth_getTransactionByHash", [hash])) as RawTransaction | null;
    if (sent === null) {
      const words = `The node does not know the transaction ${hash}, which created ${contract}`;
      return [{ words, remedy: "Ask another node, which keeps all of them.", isUnknown: true }];
    }
    if (sent.from.toLowerCase() === deployer && Number(sent.nonce) === nonce && sent.input === data) return [];
    return [{ words: `Transaction ${hash} did not create ${contract} as these sources do`, remedy: OTHER_CODE }];
  });
  return (await Promise.all(checked)).flat();
}

/** Compares the code of contracts with that of these sources: of all, or of the first `count`. */
export async function checkCodes(
  provider: Pick<Provider, "getCode">,
  { addresses, ...began }: Began & Pick<Deployment, "addresses">,
  count?: number,
): Promise<Problem[]> {
  const expected = Object.entries(await redeploy(began)).slice(0, count);
  const checked = expected.map(async ([name, code]): Promise<Problem[]> => {
    const address = addresses[name as ContractName];
    const onChain = (await provider.getCode(address)) as Hex;
    const difference = differenceOf(`${name} at ${address}`, onChain, code);
    if (difference === null) return [];
    return [{ words: difference, remedy: onChain === "0x" ? NOT_THERE : OTHER_CODE }];
  });
  return (await Promise.all(checked)).flat();
}

function checkAddresses({ addresses, parameters }: Deployment): Problem[] {
  const foreseen = foreseeAddresses(parameters.deployer, parameters.firstNonce);
  const names = Object.keys(foreseen) as ContractName[];
  const astray = names.filter((name) => foreseen[name].toLowerCase() !== addresses[name].toLowerCase());
  return astray.map((name) => {
    return { words: `${name} is at ${addresses[name]}, but the others trust ${foreseen[name]}`, remedy: AS_WRITTEN };
  });
}

function checkRoot({ addresses, parameters }: Deployment, grants: Grant[]): Problem[] {
  const rootHolders = grants.filter(({ role }) => role === ZeroHash).map(({ account }) => account);
  const appointers = grants.filter(({ role }) => role === APPOINTER).map(({ account }) => account);
  const { Authority, TownRegistry } = addresses;
  const root = `Authority at ${Authority} granted the root to ${list(rootHolders)}, not just to head office ${parameters.headOffice}`;
  const appointer = `Authority at ${Authority} lets ${list(appointers)} appoint, not just TownRegistry at ${TownRegistry}`;
  return [
    ...(same(rootHolders, parameters.headOffice) ? [] : [{ words: root, remedy: ANEW }]),
    ...(same(appointers, TownRegistry) ? [] : [{ words: appointer, remedy: ANEW }]),
  ];
}

function checkDeployer({ addresses, parameters }: Deployment, grants: Grant[]): Problem[] {
  const own = grants.filter(({ account }) => account.toLowerCase() === parameters.deployer.toLowerCase());
  return own.map(({ role }) => {
    const words = `Authority at ${addresses.Authority} granted the deployer ${parameters.deployer} the role ${role}`;
    return { words, remedy: ANEW };
  });
}

function list(accounts: string[]): string {
  return accounts.join(", ") || "nobody";
}

function same(accounts: string[], expected: string): boolean {
  return accounts.length === 1 && accounts[0]?.toLowerCase() === expected.toLowerCase();
}

/** Every role that the block of the deployment's first contract granted: those of its constructor. */
async function readGrants(provider: Node, { addresses, startBlock }: Deployment): Promise<Grant[]> {
  const topic = authority.getEvent("RoleGranted")?.topicHash ?? null;
  const filter = { address: addresses.Authority, topics: [topic], fromBlock: startBlock, toBlock: startBlock };
  return (await provider.getLogs(filter)).map(readGrant);
}

function readGrant(log: Log): Grant {
  const [role, account] = authority.decodeEventLog("RoleGranted", log.data, log.topics);
  return { role: String(role), account: String(account) };
}
