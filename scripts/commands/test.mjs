// @ts-check

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm test",
  does: "Compiles what changed, runs every test of the project, or only those that are named, and ends with one line: N passed, N failed.",
  options: {
    grep: { type: "string", value: "WORDS", says: "only tests whose name matches; a regular expression" },
  },
  operands: {
    value: "FILE …",
    says: "only these files, or those in these folders: Solidity (.t.sol), contracts and scripts (test/, scripts/), core/ and web/, journeys (test/journeys/)",
    least: 0,
  },
  examples: {
    "npm test": "everything: about ten minutes",
    "npm test -- test/hours/Contributions.claim.test.ts": "one file; nothing else is compiled or run",
    'npm test -- --grep "given a sale"': "all tests whose name matches, wherever they are",
    "npm test -- contracts/hours web/src/features/hours": "two folders",
  },
  codes: { 0: "all passed", 1: "one failed, or none matched", 2: "it was asked for something that there is not" },
});
