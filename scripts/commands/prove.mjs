// @ts-check

/** @satisfies {import("./Command.ts").Command} */
export const command = /** @type {const} */ ({
  name: "npm run prove",
  does: "Proves the arithmetic that money rests on, for all values at once. The functions in test/proofs assume something, call the libraries of the contracts, and assert; of every assertion, and of all that could overflow on the way, a solver is asked for a counterexample. ✔ there is none; ✘ there is this one, or nothing fulfils what is assumed; ? the solver gave up.",
  options: {},
  examples: { "npm run prove": "each claim in plain words" },
  codes: {
    0: "all is proved",
    1: "something is not",
    2: "there is nothing to prove, or the compiler refuses it",
  },
});
