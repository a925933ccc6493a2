import { globSync } from "node:fs";
import hre from "hardhat";
import { countingReporter } from "./countingReporter.ts";
import { judge, type Totals } from "./totals.ts";

/** Runs the TypeScript tests of the contracts (test/) and of the scripts (beside each script). */
export async function runMochaTests(grep: string | undefined): Promise<Totals | undefined> {
  const testFiles = globSync(["test/**/*.test.ts", "scripts/**/*.test.ts"], { exclude: ["test/journeys/**"] }).sort();
  if (testFiles.length === 0) return undefined;

  const counted = { passed: 0, failed: 0, failures: [] };
  hre.config.test.mocha.reporter = countingReporter(counted);
  const result = await hre.tasks.getTask(["test", "mocha"]).run({ testFiles, grep, noCompile: true });
  return judge(counted, { succeeded: result.success, ranAll: grep === undefined });
}
