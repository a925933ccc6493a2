// @ts-check

import { networkNames } from "./networkNames.mjs";

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run deploy",
  does: "Deploys the system to a network, or goes on where a run stopped, compares on chain what it deployed with these sources, writes deployments/NAME.json, and names the command that audits it. The node's address and the deployer's key are variables: BASE_RPC_URL (for base; CELO_RPC_URL for celo, BASE_SEPOLIA_RPC_URL for baseSepolia, …) and DEPLOYER_PRIVATE_KEY. Set each with node scripts/launcher.mjs hardhat keystore set NAME, which encrypts it, or as an environment variable; never in a file of this project.",
  options: {
    network: {
      type: "string",
      value: "NAME",
      says: networkNames,
    },
    "head-office": {
      type: "string",
      value: "0x…",
      says: "the wallet of head office: a Safe or another multisig, not the deployer's",
    },
    check: { type: "boolean", says: "only checks again what deployments/NAME.json says" },
  },
  examples: {
    "npm run deploy -- --network baseSepolia --head-office 0x…": "deploys to a test network",
    "npm run deploy -- --network base --check": "checks a deployment once more, without a key",
  },
  codes: {
    0: "deployed, and the check found nothing wrong",
    1: "the check found something",
    2: "it could not begin or go on",
  },
  compiles: "quietly",
});
