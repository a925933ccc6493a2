import { readFileSync } from "node:fs";
import hre from "hardhat";
import type { Chosen } from "./chooseTests.ts";
import { judge, type Totals } from "./totals.ts";

type Result = { name: string; reason?: string; status: "Success" | "Failure" | "Skipped" };
type Suites = { suiteResults: { testResults: Result[] }[] };
type TaskResult = { success: boolean; value?: Suites; error?: Suites };

const TESTS = /\bfunction\s+((?:test|invariant)\w*)\s*\(([^)]*)\)/g;

/** Only files with a test of such a name: each file has to be compiled before it can be asked. */
export function withTestsNamed({ files, isAll, grep }: Chosen): Chosen {
  if (grep === undefined) return { files, isAll, grep };
  const some = files.filter((file) => namesIn(readFileSync(file, "utf8")).some((name) => grep.test(name)));
  return { files: some, isAll: false, grep };
}

/** As the runner compares them: with the types of what a test takes. */
function namesIn(source: string): string[] {
  return [...source.matchAll(TESTS)].map(([, name, parameters = ""]) => {
    const types = parameters.split(",").map((parameter) => parameter.trim().split(/\s/)[0]);
    return `${name}(${types.join(",")})`;
  });
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
