// @ts-check

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run compile",
  does: "Compiles what changed in the contracts, and writes what scripts and dApp need of them to core/abis and core/rules.",
  options: { tests: { type: "boolean", says: "the tests in Solidity too" } },
  examples: { "npm run compile": "about a minute the first time, a second when nothing changed" },
  codes: { 0: "compiled", 1: "the compiler refuses something", 2: "it was asked for something that there is not" },
});
