// @ts-check

import { networkNames } from "./networkNames.mjs";

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run build",
  does: "Checks the types of the dApp and writes its files to web/dist. With a network it also writes web/dist/settings.json from deployments/NAME.json, and the pages may read only at that network's node and indexer, and documents at the gateways and hosts that are named.",
  options: {
    network: {
      type: "string",
      value: "NAME",
      says: networkNames,
    },
    rpc: {
      type: "string",
      value: "URL",
      says: "the node where pages read; the network's public one when none is named",
    },
    indexer: { type: "string", value: "URL", says: "where an indexer answers, for charts" },
    history: {
      type: "string",
      value: "DIR",
      says: "the history to put beside the pages, as npm run history writes it; history/NAME when none is named and it is there",
    },
    gateway: { type: "string", multiple: true, value: "URL", says: "a gateway to IPFS for documents; may be repeated" },
    documents: { type: "string", multiple: true, value: "URL", says: "a host of documents; may be repeated" },
    source: { type: "string", value: "URL", says: "where people find the code of all this, as Verify tells them" },
    "currency-help": { type: "string", value: "WORDS", says: "how people get the town's currency, in one sentence" },
  },
  examples: {
    "npm run build": "without settings.json",
    "npm run build -- --network base --rpc https://… --gateway https://…/ipfs/": "for a town on Base",
  },
  codes: {
    0: "written",
    1: "the build failed",
    2: "it was asked for something that there is not, or the types are wrong",
  },
  compiles: "quietly",
});
