// @ts-check

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run audit",
  does: "Does the books of a deployment again, from the chain alone, and compares them with what the contracts say. The first line says in words whether all holds.",
  options: {
    rpc: {
      type: "string",
      multiple: true,
      value: "URL",
      says: "the node to read at; the local chain's, or the deployment's public node, when none is named. With a second one, of somebody else, every answer of the two must be the same",
    },
    deployment: {
      type: "string",
      value: "FILE",
      says: "which contracts: a file as npm run deploy writes it; that of the node's chain when none is named",
    },
    town: { type: "string", value: "N", says: "only what is about this town" },
    block: { type: "string", value: "N", says: "at this block; the newest that all nodes have when none is named" },
    history: {
      type: "string",
      value: "PLACE",
      says: "compares a whole history with the chain as well: a folder as npm run history writes it, or its address",
    },
    json: { type: "boolean", says: "the findings as JSON; scripts/audit/Report.ts says what is in it" },
    "no-cache": { type: "boolean", says: "asks everything anew, and keeps nothing for a later run" },
  },
  examples: {
    "npm run audit": "the local chain that npm start began",
    "npm run audit -- --rpc https://… --rpc https://…": "a deployment, by two nodes of different people",
    "npm run --silent audit -- --json": "for programs: nothing but JSON on standard output",
  },
  codes: { 0: "all holds", 1: "something does not", 2: "nobody can say" },
  compiles: "quietly",
});
