// @ts-check

import { networkNames } from "./networkNames.mjs";

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run town",
  does: "Does what a town's officials do. submit FILE: a coordinator hands in the hours of a week from a CSV, .xlsx or .ods file with the columns member, project, date, hours. Every row that cannot be read is told in words, and what only a person can know is asked. The sender's key is the variable TOWN_PRIVATE_KEY: set it with node scripts/launcher.mjs hardhat keystore set TOWN_PRIVATE_KEY, which encrypts it. On the local chain --as names one of its wallets.",
  options: {
    network: { type: "string", value: "NAME", says: networkNames },
    town: { type: "string", value: "N", says: "the town's number" },
    week: {
      type: "string",
      value: "DATE",
      says: "any day of the week, as 2027-02-22; the last week that ended when none is named",
    },
    as: {
      type: "string",
      value: "0x…",
      says: "the coordinator's wallet, where no key tells it: on the local chain, and for --dry-run and --calldata",
    },
    uri: {
      type: "string",
      value: "PLACE",
      says: "where others can fetch the very same file, https://… or ipfs://…; without it, who holds the file can hold it against its hash",
    },
    answer: {
      type: "string",
      multiple: true,
      value: "NAME=WORD",
      says: 'answers a question by its name, "repeatedRow 7=both", or all of a kind, repeatedRow=both; what is not answered is asked on a terminal',
    },
    "dry-run": {
      type: "boolean",
      says: "reads the file, asks the contract whether it would take it, and sends nothing",
    },
    calldata: {
      type: "boolean",
      says: "prints to and data of the transaction as JSON, for a Safe or another wallet, and sends nothing",
    },
    json: { type: "boolean", says: "prints what was read, or what is wrong or asked, as JSON, and asks nothing" },
  },
  operands: { value: "submit FILE", says: "what to do, and with which file", least: 2 },
  examples: {
    "npm run town -- submit week.xlsx --network local --town 1 --as 0x… --dry-run": "looks at a file first",
    "npm run town -- submit week.csv --network base --town 3 --week 2027-02-22":
      "hands it in, with the key in TOWN_PRIVATE_KEY",
    'npm run --silent town -- submit week.ods --network base --town 3 --as 0x… --answer "longDay 4=yes" --calldata':
      "for a coordinator with a multisig",
  },
  codes: {
    0: "done",
    1: "the file cannot be handed in as it is, or the contract refuses it",
    2: "it could not begin",
  },
  compiles: "quietly",
});
