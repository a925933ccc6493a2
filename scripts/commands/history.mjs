// @ts-check

import { networkNames } from "./networkNames.mjs";

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run history",
  does: "Writes the whole history of a deployment into a few small files that stand beside the pages, so that nobody needs to read it from a node, at any age of the chain. Goes on where it stopped the last time, up to the newest block that is final. Two people who run it up to the same block get the same files.",
  options: {
    network: { type: "string", value: "NAME", says: networkNames },
    rpc: {
      type: "string",
      multiple: true,
      value: "URL",
      says: "the node to read at; the network's public one when none is named. With a second one, of somebody else, every answer of the two must be the same",
    },
    out: {
      type: "string",
      value: "DIR",
      says: "where the files are and go; history/NAME when none is named, where npm run build looks for them",
    },
    newest: {
      type: "boolean",
      says: "up to the newest block, on a local chain only, where no block is ever final",
    },
  },
  examples: {
    "npm run history -- --network base": "reads what is new, and writes history/base",
    "npm run history -- --network base --rpc https://… --rpc https://…": "by two nodes of different people",
  },
  codes: {
    0: "written",
    1: "it failed",
    2: "it was asked for something that there is not, or the node cannot say what is final",
  },
  compiles: "quietly",
});
