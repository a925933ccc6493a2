import { availableParallelism } from "node:os";
import hre from "hardhat";
import type { Chosen } from "./chooseTests.ts";
import { countingReporter } from "./countingReporter.ts";
import { judge, type Totals } from "./totals.ts";

/** More would want more memory than many machines have. */
const MOST_AT_ONCE = 4;

/**
 * Runs tests of the contracts (test/) and of the scripts (beside each script), which are written in TypeScript: each file
 * in one of as many processes as there are cores.
 */
export async function runMochaTests({ files, grep }: Chosen): Promise<Totals> {
  const counted = { passed: 0, failed: 0, failures: [] };
  const options = process.env.NODE_OPTIONS;
  Object.assign(hre.config.test.mocha, {
    reporter: countingReporter(counted),
    parallel: files.length > 1,
    jobs: Math.min(availableParallelism(), MOST_AT_ONCE),
    require: [new URL("ofWorkers.ts", import.meta.url).href],
  });
  const task = hre.tasks.getTask(["test", "mocha"]);
  const result = await task.run({ testFiles: [...files], grep: grep?.source, noCompile: true });
  if (options === undefined)
    delete process.env.NODE_OPTIONS; // Hardhat's word to its workers, not to whoever comes next
  else process.env.NODE_OPTIONS = options;
  return judge(counted, { succeeded: result.success, ranAll: grep === undefined });
}
