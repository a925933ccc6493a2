import { readFileSync } from "node:fs";
import hre from "hardhat";
import type { Chosen } from "./chooseTests.ts";
import { judge, type Totals } from "./totals.ts";

type Result = { name: string; reason?: string; status: "Success" | "Failure" | "Skipped" };
type Suites = { suiteResults: { testResults: Result[] }[] };
type TaskResult = { success: boolean; value?: Suites; error?: Suites };

const TEST_NAMES = /\bfunction\s+((?:test|invariant)\w*)/g;

/** Only files with a test of such a name: each file has to be compiled before it can be asked. */
export function withTestsNamed({ files, isAll, grep }: Chosen): Chosen {
  if (grep === undefined) return { files, isAll, grep };
  const namesIn = (file: string) => [...readFileSync(file, "utf8").matchAll(TEST_NAMES)].map(([, name = ""]) => name);
  return { files: files.filter((file) => namesIn(file).some((name) => grep.test(name))), isAll: false, grep };
}

/** Runs fuzz and invariant tests, which are written in Solidity and compiled already. */
export async function runSolidityTests({ files, grep }: Chosen): Promise<Totals> {
  const task = hre.tasks.getTask(["test", "solidity"]);
  const result = (await task.run({ testFiles: [...files], grep: grep?.source, noCompile: true })) as TaskResult;
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
