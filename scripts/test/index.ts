// Compiles, runs every test of the project, and ends with one line: "N passed, N failed".
//
//   npm test                         everything
//   npm test -- --grep "given X"     only tests whose name matches

import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { runJourneys } from "./journeys.ts";
import { runMochaTests } from "./mocha.ts";
import { runSolidityTests } from "./solidity.ts";
import { summaryLine, type Totals } from "./totals.ts";
import { runVitest } from "./vitest.ts";

type Runner = (grep: string | undefined) => Totals | undefined | Promise<Totals | undefined>;

const RUNNERS: Record<string, Runner> = {
  "Solidity tests": runSolidityTests,
  "TypeScript tests": runMochaTests,
  "web tests": runVitest,
  journeys: runJourneys,
};

async function runSafely(run: Runner, grep: string | undefined): Promise<Totals | undefined> {
  try {
    return await run(grep);
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, problem: "ended with an error, shown above" };
  }
}

async function runAll(grep: string | undefined): Promise<Totals[]> {
  const all: Totals[] = [];
  for (const [name, run] of Object.entries(RUNNERS)) {
    const totals = await runSafely(run, grep);
    if (totals?.problem !== undefined) console.error(`The ${name} ${totals.problem}. That counts as one failure.`);
    if (totals !== undefined) all.push(totals);
  }
  return all;
}

function compile(): boolean {
  return spawnSync("npm run --silent compile -- --tests", { shell: true, stdio: "inherit" }).status === 0;
}

const { values } = parseArgs({ options: { grep: { type: "string" } } });
const all = compile() ? await runAll(values.grep) : [{ passed: 0, failed: 1 }];
// Once more at the end, where they are found in a long run.
for (const failure of all.flatMap(({ failures = [] }) => failures)) console.error(`✘ ${failure}`);
const hasFailed = all.some((totals) => totals.failed > 0);
// Tests may leave connections open, which would keep the process alive.
process.stdout.write(`\n${summaryLine(all)}\n`, () => process.exit(hasFailed ? 1 : 0));
