// @ts-check

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run scenario",
  does: "Replays the history of a town on a fresh local chain through the functions that operators use, compares every number with what is expected, prints each difference with both values, and ends with one line: N passed, N failed.",
  options: {},
  operands: {
    value: "DIR …",
    says: "folders with scenario.json, expected.json, quarters.json and the files of hours that they name",
    least: 1,
  },
  examples: {
    "npm run scenario -- test/scenarios/local test/scenarios/fail": "two of those that the tests replay too",
  },
  codes: { 0: "all is as expected", 1: "something differs", 2: "a folder could not be read" },
  compiles: "quietly",
});
