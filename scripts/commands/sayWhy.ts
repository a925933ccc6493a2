import { Mistake } from "./Mistake.mjs";

/**
 * Prints why a command did not come to its end, and returns its exit code. What somebody can mend takes a sentence;
 * anything else is a fault of ours, to be found by its trace.
 */
export function sayWhy(error: unknown): number {
  if (error instanceof Mistake) {
    console.error(error.message);
    return 2;
  }
  console.error(isOfHardhat(error) ? error.message : error);
  return 1;
}

/** Hardhat's errors are sentences too. */
function isOfHardhat(error: unknown): error is Error {
  return error instanceof Error && error.name === "HardhatError";
}
