// npm run deploy -- --network NAME --head-office ADDRESS: deploys the system to a network, or goes on where a run
// stopped, checks it, and writes deployments/NAME.json. With --check it only checks what that file says.
import { parseArgs } from "node:util";
import { getAddress, isAddress, type Provider } from "ethers";
import hre from "hardhat";
import { checkDeployment } from "./deploy/checkDeployment.ts";
import { deploymentFile, readDeployment, writeDeployment } from "./deploy/deploymentFile.ts";
import { deploySystem } from "./deploy/deploySystem.ts";
import type { Connection } from "./deploy/makeOrReadPlan.ts";
import { networks } from "./deploy/networks.ts";

const names = Object.keys(networks).join(", ");

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}

function isNetwork(name: string | undefined): name is keyof typeof networks {
  return name !== undefined && name in networks;
}

async function check(name: string, provider: Provider): Promise<void> {
  const problems = await checkDeployment(provider, readDeployment(name));
  for (const problem of problems) console.log(`✘ ${problem}`);
  console.log(problems.length === 0 ? "✔ Head office holds the root, the deployer holds nothing." : "Do not use it.");
  process.exitCode = problems.length === 0 ? 0 : 1;
}

async function deploy(name: keyof typeof networks, connection: Connection, headOffice: string): Promise<void> {
  const [deployer] = await connection.ethers.getSigners();
  if (deployer === undefined) fail("There is no deployer: set DEPLOYER_PRIVATE_KEY (see docs/deploy.md).");
  console.log(`Deploying to ${name} from ${deployer.address}, for head office ${headOffice} …`);
  const deployment = await deploySystem(connection, networks[name], { headOffice, deployer: deployer.address });
  writeDeployment(name, deployment);
  for (const [contract, address] of Object.entries(deployment.addresses)) {
    console.log(`${contract.padEnd(16)} ${address}`);
  }
  console.log(`✔ Head office holds the root, the deployer holds nothing. Written to ${deploymentFile(name)}`);
}

const options = {
  network: { type: "string" },
  "head-office": { type: "string" },
  check: { type: "boolean", default: false },
} as const;
const { values } = parseArgs({ options });
const { network, "head-office": headOffice } = values;
if (!isNetwork(network)) fail(`Say which network: npm run deploy -- --network NAME, one of ${names}.`);
if (!values.check && !isAddress(headOffice)) {
  fail("Say which wallet is head office, a Safe or another multisig: --head-office 0x… (not the deployer's wallet).");
}

const connection = await hre.network.create(network);
const { chainId } = await connection.ethers.provider.getNetwork();
if (Number(chainId) !== networks[network].chainId) {
  fail(`The node answers for chain ${chainId}, but ${network} is chain ${networks[network].chainId}: check its URL.`);
}
if (values.check) await check(network, connection.ethers.provider);
else await deploy(network, connection, getAddress(headOffice ?? ""));
await connection.close();
