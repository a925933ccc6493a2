// @ts-check

import { networkNames } from "./networkNames.mjs";

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run indexer",
  does: "Keeps the history of every town in a database, for charts, and answers at /graphql. It is installed when it is first asked for; killed, it goes on where it was.",
  options: {
    network: {
      type: "string",
      value: "NAME",
      says: `${networkNames}, which is meant when none is named`,
    },
    deployment: { type: "string", value: "FILE", says: "which contracts: deployments/NAME.json when none is named" },
    rpc: { type: "string", value: "URL", says: "the node to read at; the network's public one when none is named" },
    port: { type: "string", value: "N", says: "where it answers: 42069 when none is named" },
    database: {
      type: "string",
      value: "URL",
      says: "a PostgreSQL, as DATABASE_URL; an embedded one when none is named",
    },
  },
  examples: {
    "npm run indexer": "of the local chain that npm start began",
    "npm run indexer -- --network base --rpc https://… --database postgresql://…": "of a town on Base",
  },
  codes: { 0: "it was ended", 1: "it failed", 2: "it was asked for something that there is not" },
  compiles: "quietly",
});
