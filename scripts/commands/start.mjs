// @ts-check

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm start",
  does: "Brings up a local chain with a demo town, builds the dApp with a wallet for everybody who lives there, serves it, and prints its address last. Ctrl-C ends everything.",
  options: {},
  examples: { "npm start": "a town with five months of history, at http://127.0.0.1:4173 unless that port is in use" },
  codes: { 0: "it was ended", 1: "it could not be built or played", 2: "it was asked for something that there is not" },
  compiles: "quietly",
});
