import { inspect } from "node:util";
import { plainText } from "@one-small-town/core/plainText.ts";
import { Mistake } from "./Mistake.mjs";

/**
 * Prints why a command did not come to its end, and returns its exit code. What somebody can mend takes a sentence;
 * anything else is a fault of ours, to be found by its trace. Nodes and files have their word in either.
 */
export function sayWhy(error: unknown): number {
  if (error instanceof Mistake) {
    console.error(plainText(error.message, Infinity, true));
    return 2;
  }
  console.error(plainText(isOfHardhat(error) ? error.message : inspect(error), Infinity, true));
  return 1;
}

/** Hardhat's errors are sentences too. */
function isOfHardhat(error: unknown): error is Error {
  return error instanceof Error && error.name === "HardhatError";
}
