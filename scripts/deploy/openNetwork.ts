import type { Signer } from "ethers";
import hre from "hardhat";
import { configVariable } from "hardhat/config";
import { Mistake } from "../commands/Mistake.mjs";
import type { Connection } from "./makeOrReadPlan.ts";
import { type NetworkName, networks } from "./networks.ts";

const KEY = "DEPLOYER_PRIVATE_KEY";

/** Hardhat's names of what somebody can mend. */
const NOT_SET = "HHE7";
const NO_URL = "HHE28";
const NO_HEX = "HHE30";
const NO_CONNECTION = "HHE703";

/** A connection that only reads, for which nobody needs a key. Throws with what to do when its node is not there. */
export async function openForReading(name: NetworkName): Promise<Connection> {
  const connection = await unlessAstray(name, () =>
    hre.network.create({ network: name, override: { accounts: "remote" } }),
  );
  const { chainId } = await unlessAstray(name, () => connection.ethers.provider.getNetwork());
  if (Number(chainId) === networks[name].chainId) return connection;
  throw new Mistake(
    `The node answers for chain ${chainId}, but ${name} is chain ${networks[name].chainId}: check ${placeOf(name)}.`,
  );
}

/** A connection that sends, and the wallet that it sends from. Throws with what to do when there is no key. */
export async function openForSending(name: NetworkName): Promise<{ connection: Connection; deployer: string }> {
  const reading = await openForReading(name); // so that what fails from here on is the key
  await reading.close();
  try {
    const connection = await hre.network.create(name);
    const [deployer] = await connection.ethers.getSigners();
    if (deployer !== undefined) return { connection, deployer: deployer.address };
  } catch (error) {
    throw new Mistake(whatIsWrongWithKey(error, KEY, "deploy")); // without the cause, which may hold the key
  }
  throw new Mistake(`The node of ${name} has no account to deploy from.`);
}

/**
 * A wallet that signs for an official: the one whose key a variable holds; on the local chain, whose node signs for its
 * wallets, that of an address. Throws with what to do when there is none.
 */
export async function openSigner(name: NetworkName, variable: string, address?: string): Promise<Signer> {
  if (name === "local") return (await openForReading(name)).ethers.getSigner(address ?? "");
  try {
    const { ethers } = await hre.network.create({ network: name, override: { accounts: [configVariable(variable)] } });
    const [signer] = await ethers.getSigners();
    if (signer !== undefined) return signer;
  } catch (error) {
    throw new Mistake(whatIsWrongWithKey(error, variable, "sign"));
  }
  throw new Mistake(`${variable} holds no key.`);
}

function whatIsWrongWithKey(error: unknown, variable: string, purpose: string): string {
  const code = codeOf(error);
  if (code === NOT_SET) return `There is no key to ${purpose} with: set ${variable}. ${howToSet(variable)}`;
  if (code === undefined || code === NO_HEX)
    return `${variable} is not a private key, which is 0x and 64 digits from 0 to f.`;
  return `${variable} could not be read: ${firstLine((error as Error).message)}`; // such as for a wrong password
}

async function unlessAstray<T>(name: NetworkName, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw new Mistake(whatIsAstray(name, cause as Error), { cause });
  }
}

function whatIsAstray(name: NetworkName, error: Error): string {
  const place = placeOf(name);
  switch (codeOf(error)) {
    case NOT_SET:
      return `Nobody has said where the node of ${name} is: set ${place}. ${howToSet(place)}`;
    case NO_URL:
      return `${place} is not the address of a node: it begins with https:// or http://.`;
    case NO_CONNECTION:
      return `The node of ${name} does not answer: check ${place}, and whether the node is running.`;
    default:
      return `What answers for ${name} is not a node: check ${place}. It said: ${firstLine(error.message)}`;
  }
}

/** Where the address of a network's node stands. */
function placeOf(name: NetworkName): string {
  if (name === "local") return networks.local.publicRpc;
  return `${name.replaceAll(/[A-Z]/g, "_$&").toUpperCase()}_RPC_URL`;
}

function howToSet(variable: string): string {
  return `Set it with node scripts/launcher.mjs hardhat keystore set ${variable}, which encrypts it, or as an environment variable.`;
}

function codeOf(error: unknown): string | undefined {
  return (error as { errorCode?: string }).errorCode;
}

function firstLine(text: string): string {
  const printable = text.replaceAll(/[^\P{C}\n]/gu, "");
  return (printable.split("\n")[0] ?? "").slice(0, 200);
}
