// @ts-check

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run gas",
  does: "Says what the actions cost that people pay for, beside the most each may cost and what peers cost.",
  options: {},
  examples: { "npm run gas": "a table, measured on a chain of its own" },
  codes: {
    0: "nothing costs more than it may",
    1: "something does",
    2: "it was asked for something that there is not",
  },
  compiles: "quietly",
});
