import Mocha from "mocha";

/** Prints as usual, and counts: Hardhat's own total takes skipped tests, and those behind a failed hook, for passed ones. */
export function countingReporter(counted: { passed: number; failed: number; failures: string[] }) {
  return class extends Mocha.reporters.Spec {
    constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
      super(runner, options);
      runner.on("pass", () => (counted.passed += 1));
      runner.on("fail", (test, error) => {
        counted.failed += 1;
        counted.failures.push(`${test.fullTitle()}: ${error.message}`);
      });
    }
  };
}
