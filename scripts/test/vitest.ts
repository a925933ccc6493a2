import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Chosen } from "./chooseTests.ts";
import { judge, type Totals } from "./totals.ts";

type Listed = { name: string; file: string };
type Report = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { status: string; fullName: string }[] }[];
};

/** A name that is not written out where the test is: it may be anything. */
const MADE_NAME = /\b(?:describe|it|test)\b[.\w]*\((?!\s*["'`])|\$\{|\.each\b/;

/** Runs tests of the workspaces core and web. */
export function runVitest({ files, isAll, grep }: Chosen): Totals {
  return inFolder((folder) => {
    const some = grep === undefined ? files : withTestsNamed(grep, files, path.join(folder, "list.json"));
    if (some.length === 0) return { passed: 0, failed: 0 };
    const report = path.join(folder, "report.json");
    // Vitest writes its counts to a file, as its output is for people.
    const options = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    if (grep !== undefined) options.push("--testNamePattern", grep.source);
    const names = isAll && grep === undefined ? [] : some.map((file) => path.resolve(file));
    const succeeded = vitest(["run", ...options, ...names]);
    return judge(readCounts(report), { succeeded, ranAll: grep === undefined });
  });
}

/** The files that may have a test of such a name, without running any: a third of the time that running them takes. */
function withTestsNamed(grep: RegExp, files: readonly string[], list: string): readonly string[] {
  if (!vitest(["list", `--json=${list}`])) return files;
  const listed = JSON.parse(readFileSync(list, "utf8")) as Listed[];
  const named = listed.filter(({ name }) => grep.test(name.replaceAll(" > ", " "))).map(({ file }) => file);
  return files.filter((file) => named.includes(path.resolve(file)) || MADE_NAME.test(readFileSync(file, "utf8")));
}

function vitest(args: readonly string[]): boolean {
  const cli = path.resolve("node_modules/vitest/vitest.mjs");
  return spawnSync(process.execPath, [cli, ...args], { cwd: "web", stdio: "inherit" }).status === 0;
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

function inFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(tmpdir(), "vitest-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
