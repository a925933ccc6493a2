import { globSync } from "node:fs";
import hre from "hardhat";
import { judge, type Totals } from "./totals.ts";

type Result = { name: string; reason?: string; status: "Success" | "Failure" | "Skipped" };
type Suites = { suiteResults: { testResults: Result[] }[] };
type TaskResult = { success: boolean; value?: Suites; error?: Suites };

/** Runs the fuzz and invariant tests, which are written in Solidity. */
export async function runSolidityTests(grep: string | undefined): Promise<Totals | undefined> {
  if (globSync(["contracts/**/*.t.sol", "test/**/*.t.sol"]).length === 0) return undefined;

  const task = hre.tasks.getTask(["test", "solidity"]);
  const result = (await task.run({ grep, noCompile: true })) as TaskResult;
  return judge(count(result.value ?? result.error), { succeeded: result.success, ranAll: grep === undefined });
}

/** Counted test by test: the task fills its own summary only when `hardhat test` runs it. */
function count(suites: Suites | undefined): Totals {
  const results = (suites?.suiteResults ?? []).flatMap((suite) => suite.testResults);
  const having = (status: string) => results.filter((result) => result.status === status).length;
  const failures = results
    .filter(({ status }) => status === "Failure")
    .map(({ name, reason }) => `${name}: ${reason ?? "no reason given"}`);
  return { passed: having("Success"), failed: failures.length, failures };
}
