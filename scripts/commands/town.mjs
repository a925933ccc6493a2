// @ts-check

import { networkNames } from "./networkNames.mjs";
import { townVerbs } from "./townVerbs.mjs";

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run town",
  does: "Does from a terminal what people and offices do: each VERB below is one act, and VERB --help says what it takes, who may, and what it sends. It first asks the contract, shows what would be sent, on which network and from whom, and asks before it sends. Where somebody else's word is missing then, it says whose. The sender's key is the variable TOWN_PRIVATE_KEY: set it with node scripts/launcher.mjs hardhat keystore set TOWN_PRIVATE_KEY, which encrypts it. On the local chain --as names one of its wallets.",
  verbs: townVerbs,
  options: {
    network: { type: "string", value: "NAME", says: networkNames },
    as: {
      type: "string",
      value: "0x…",
      says: "whose act it is, where no key tells it: on the local chain, and where nothing is sent",
    },
    "dry-run": { type: "boolean", says: "asks the contract whether it would take it, and sends nothing" },
    calldata: {
      type: "boolean",
      says: "prints to and data as JSON, or the word that is to be signed, for another wallet; sends nothing",
    },
    safe: { type: "string", value: "FILE", says: "writes a file for Safe's Transaction Builder, and sends nothing" },
    yes: { type: "boolean", says: "sends without asking" },
    again: { type: "boolean", says: "sends even what was sent a moment ago, or while something waits" },
    json: { type: "boolean", says: "prints what was done as JSON" },
  },
  operands: { value: "VERB", says: "what to do, with what VERB --help says", least: 1 },
  examples: {
    "npm run town -- open --town 3 --network base": "what waits for a second key, and the commands that give it",
    "npm run town -- submit week.xlsx --town 3 --network base --dry-run": "looks at a file first",
    "npm run town -- name-key --help": "what a verb takes",
    "npm run town -- approve-spending --spending 7 --network base --as 0x… --safe approve.json":
      "for an office that is a Safe",
  },
  codes: {
    0: "done, or done before",
    1: "the contract refuses it, what was sent did not come through, or the file cannot be handed in",
    2: "it could not begin",
  },
  compiles: "quietly",
});
