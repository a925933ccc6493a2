import { plainText } from "@one-small-town/core/plainText.ts";
import { getAddress, isAddress } from "ethers";
import { command } from "./commands/deploy.mjs";
import { Mistake } from "./commands/Mistake.mjs";
import { readArguments } from "./commands/readArguments.mjs";
import { auditCommand } from "./deploy/auditCommand.ts";
import { checkDeployment } from "./deploy/checkDeployment.ts";
import { deploymentFile, readDeployment, writeDeployment } from "./deploy/deploymentFile.ts";
import { deploySystem } from "./deploy/deploySystem.ts";
import { type NetworkName, networks, requireNetwork } from "./deploy/networks.ts";
import { openForReading, openForSending } from "./deploy/openNetwork.ts";

const GOOD =
  "Each contract is what these sources give, where the others look for it; head office holds the root, the deployer nothing.";

/** Letters of what is told of one problem: a node has its word in it. */
const MOST_WORDS = 2_000;

/**
 * npm run deploy: deploys the system to a network, or goes on where a run stopped, checks it, and writes
 * deployments/NAME.json. With --check it only checks what that file says.
 */
export async function perform(args: readonly string[]): Promise<number> {
  const { network, "head-office": headOffice, check: isCheck = false } = readArguments(command, args).values;
  if (network === undefined) {
    throw new Mistake(
      `Say which network: npm run deploy -- --network NAME, one of ${Object.keys(networks).join(", ")}.`,
    );
  }
  const name = requireNetwork(network);
  return isCheck ? check(name) : deploy(name, requireHeadOffice(headOffice));
}

function requireHeadOffice(address = ""): string {
  const isGood: boolean = isAddress(address);
  if (isGood) return getAddress(address);
  const wrong = address === "" ? "" : `"${address}" is no address, or a letter of it is wrong. `;
  throw new Mistake(
    `${wrong}Say which wallet is head office, a Safe or another multisig: --head-office 0x… (not the deployer's wallet).`,
  );
}

async function check(name: NetworkName): Promise<number> {
  const deployment = readDeployment(name);
  const connection = await openForReading(name);
  const problems = await checkDeployment(connection.ethers.provider, deployment);
  for (const { words, remedy } of problems) console.log(plainText(`✘ ${words}. ${remedy}`, MOST_WORDS));
  console.log(problems.length === 0 ? `✔ ${GOOD}\n${whatIsNext(name)}` : "Do not use it.");
  return problems.length === 0 ? 0 : 1;
}

async function deploy(name: NetworkName, headOffice: string): Promise<number> {
  const { connection, deployer } = await openForSending(name);
  console.log(`Deploying to ${name} from ${deployer}, for head office ${headOffice} …`);
  const deployment = await deploySystem(connection, networks[name], { headOffice, deployer });
  writeDeployment(name, deployment);
  for (const [contract, address] of Object.entries(deployment.addresses)) {
    console.log(`${contract.padEnd(16)} ${address}`);
  }
  console.log(`✔ ${GOOD} Written to ${deploymentFile(name)}`);
  console.log(whatIsNext(name));
  return 0;
}

function whatIsNext(name: NetworkName): string {
  return `Anybody can check that, and all that happens from now on: ${auditCommand(name)}`;
}
