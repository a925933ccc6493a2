// @ts-check

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run test:indexer",
  does: "Indexes a demo town, compares every table with the contracts, kills the indexer in the midst, and sees it go on where it was. The indexer is installed when it is first asked for.",
  options: {
    database: {
      type: "string",
      value: "URL",
      says: "a PostgreSQL, which must be empty; an embedded one when none is named",
    },
  },
  examples: { "npm run test:indexer": "with the embedded database" },
  codes: { 0: "every table is right", 1: "one is not", 2: "it was asked for something that there is not" },
  compiles: "quietly",
});
