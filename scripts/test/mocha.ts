import hre from "hardhat";
import type { Chosen } from "./chooseTests.ts";
import { countingReporter } from "./countingReporter.ts";
import { judge, type Totals } from "./totals.ts";

/** Runs tests of the contracts (test/) and of the scripts (beside each script), which are written in TypeScript. */
export async function runMochaTests({ files, grep }: Chosen): Promise<Totals> {
  const counted = { passed: 0, failed: 0, failures: [] };
  hre.config.test.mocha.reporter = countingReporter(counted);
  const task = hre.tasks.getTask(["test", "mocha"]);
  const result = await task.run({ testFiles: [...files], grep: grep?.source, noCompile: true });
  return judge(counted, { succeeded: result.success, ranAll: grep === undefined });
}
