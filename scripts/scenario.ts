// npm run scenario -- DIR [DIR …]: replays scenario folders and compares every number with what they expect.
import { replayScenario } from "./scenario/replayScenario.ts";

const dirs = process.argv.slice(2);
if (dirs.length === 0) {
  console.error("usage: npm run scenario -- DIR [DIR …]   (folders with scenario.json and expected.json)");
  process.exit(2);
}

/** On a terminal one line that changes, elsewhere nothing. */
function showProgress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`);
}

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
process.exitCode = failed === 0 ? 0 : 1;
