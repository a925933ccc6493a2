// @ts-check

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run check",
  does: "Compiles what changed, then checks format, lint, types, import directions, requirements, lockfiles and leftovers, and proves the arithmetic.",
  options: {},
  operands: { value: "NAME …", says: "only these checks; scripts/check/checks.ts lists them", least: 0 },
  examples: { "npm run check": "every check", "npm run check -- lint types": "only those two" },
  codes: { 0: "all passed", 1: "one failed", 2: "it was asked for something that there is not" },
  compiles: "openly",
});
