// @ts-check

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run format",
  does: "Corrects the format of every file, or of those that are named.",
  options: {},
  operands: { value: "FILE …", says: "only these files or folders", least: 0 },
  examples: { "npm run format": "every file", "npm run format -- scripts": "one folder" },
  codes: { 0: "corrected", 2: "a file cannot be read or understood" },
});
