import { command } from "./commands/scenario.mjs";
import { readArguments } from "./commands/readArguments.mjs";
import { readScenario } from "./scenario/readScenario.ts";
import { replayScenario } from "./scenario/replayScenario.ts";

/** npm run scenario: replays scenario folders and compares every number with what they expect. */
export async function perform(args: readonly string[]): Promise<number> {
  const { operands: dirs } = readArguments(command, args);
  for (const dir of dirs) readScenario(dir); // before any of them is played
  let passed = 0;
  let failed = 0;
  for (const dir of dirs) {
    const began = Date.now();
    const tally = await replayScenario(dir, showProgress);
    showProgress("");
    passed += tally.passed;
    failed += tally.differences.length;
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    console.log(`${dir}: ${tally.passed} passed, ${tally.differences.length} failed, ${seconds} s`);
    for (const { what, expected, actual } of tally.differences) {
      console.log(`  ${what}: expected ${expected}, found ${actual}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** On a terminal one line that changes, elsewhere nothing. */
function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
}
