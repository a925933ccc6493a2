import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { judge, type Totals } from "./totals.ts";

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
};

/** Runs the tests of the web workspace. Vitest writes its counts to a file, as its output is for people. */
export function runVitest(grep: string | undefined): Totals | undefined {
  if (globSync("web/src/**/*.test.{ts,tsx}").length === 0) return undefined;

  const folder = mkdtempSync(path.join(tmpdir(), "vitest-"));
  try {
    const reportFile = path.join(folder, "report.json");
    const succeeded = spawnVitest(reportFile, grep);
    return judge(readCounts(reportFile), { succeeded, ranAll: grep === undefined });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function spawnVitest(reportFile: string, grep: string | undefined): boolean {
  const options = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
  if (grep !== undefined) options.push("--testNamePattern", grep);
  const cli = path.resolve("node_modules/vitest/vitest.mjs");
  return spawnSync(process.execPath, [cli, "run", ...options], { cwd: "web", stdio: "inherit" }).status === 0;
}

function readCounts(reportFile: string): Totals {
  try {
    const report = JSON.parse(readFileSync(reportFile, "utf8")) as Report;
    const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
    const failures = tests.filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
    return { passed: report.numPassedTests, failed: report.numFailedTests, failures };
  } catch {
    return { passed: 0, failed: 0 }; // vitest crashed before it wrote anything
  }
}
