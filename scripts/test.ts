import path from "node:path";
import { readArguments } from "./commands/readArguments.mjs";
import { sayWhy } from "./commands/sayWhy.ts";
import { command } from "./commands/test.mjs";
import { compileContracts } from "./compile/compileContracts.ts";
import { type Chosen, chooseTests } from "./test/chooseTests.ts";
import { runJourneys } from "./test/journeys.ts";
import { runMochaTests } from "./test/mocha.ts";
import { runSolidityTests, withTestsNamed } from "./test/solidity.ts";
import { summaryLine, type Totals } from "./test/totals.ts";
import { runVitest } from "./test/vitest.ts";

type Run = { name: string; run: (chosen: Chosen) => Totals | Promise<Totals>; chosen: Chosen };

/** npm test: compiles what changed, runs the tests that are asked for, and ends with one line: "N passed, N failed". */
export async function perform(args: readonly string[]): Promise<number> {
  const { values, operands } = readArguments(command, args);
  const chosen = chooseTests(operands, values.grep);
  const solidity = withTestsNamed(chosen.solidity);
  const runs: Run[] = [
    { name: "Solidity tests", run: runSolidityTests, chosen: solidity },
    { name: "TypeScript tests", run: runMochaTests, chosen: chosen.mocha },
    { name: "core and web tests", run: runVitest, chosen: chosen.vitest },
    { name: "journeys", run: runJourneys, chosen: chosen.journeys },
  ];
  const all = (await compile(solidity)) ? await runAll(runs) : [{ passed: 0, failed: 1 }];

  // Once more at the end, where they are found in a long run.
  for (const failure of all.flatMap(({ failures = [] }) => failures)) console.error(`✘ ${failure}`);
  const hasRunAny = all.some(({ passed, failed }) => passed + failed > 0);
  if (!hasRunAny) console.error(`No test has a name that matches "${values.grep}".`);
  console.log(`\n${summaryLine(all)}`);
  return hasRunAny && all.every(({ failed }) => failed === 0) ? 0 : 1;
}

async function compile({ files, isAll }: Chosen): Promise<boolean> {
  try {
    await compileContracts({ tests: isAll ? "all" : files.map((file) => path.resolve(file)) });
    return true;
  } catch (error) {
    sayWhy(error);
    return false;
  }
}

async function runAll(runs: readonly Run[]): Promise<Totals[]> {
  const all: Totals[] = [];
  for (const one of runs.filter(({ chosen }) => chosen.files.length > 0)) {
    const totals = await runSafely(one);
    if (totals.problem !== undefined) console.error(`The ${one.name} ${totals.problem}. That counts as one failure.`);
    all.push(totals);
  }
  return all;
}

async function runSafely({ run, chosen }: Run): Promise<Totals> {
  try {
    return await run(chosen);
  } catch (error) {
    sayWhy(error);
    return { passed: 0, failed: 1, problem: "ended with an error, shown above" };
  }
}
