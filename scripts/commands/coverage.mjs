// @ts-check

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run coverage",
  does: "Says which lines of the contracts the tests reach.",
  options: {},
  operands: { value: "FILE …", says: "only what these test files reach", least: 0 },
  examples: {
    "npm run coverage": "of all tests of the contracts",
    "npm run coverage -- test/hours/Benefits.list.test.ts": "of one file",
  },
  codes: { 0: "all tests passed", 1: "one failed", 2: "it was asked for something that there is not" },
  compiles: "quietly",
});
