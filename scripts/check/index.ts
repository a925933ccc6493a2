// Runs every check, or those named, and says at the end which failed:
//
//   npm run check
//   npm run check -- lint types

import { CHECKS } from "./checks.ts";
import { runCheck } from "./runCheck.ts";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => CHECKS.every((check) => check.name !== name));
if (unknown.length > 0) {
  console.error(`There is no check "${unknown.join(", ")}". There are: ${CHECKS.map(({ name }) => name).join(", ")}.`);
  process.exit(1);
}

const failed: string[] = [];
for (const check of CHECKS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const { name, passed, output } = await runCheck(check, process.cwd());
  console.log(`${passed ? "ok    " : "FAILED"}  ${name}`);
  if (!passed) {
    console.log(output);
    failed.push(name);
  }
}

if (failed.length > 0) console.error(`Failed: ${failed.join(", ")}. "npm run format" corrects formatting.`);
process.exitCode = failed.length > 0 ? 1 : 0;
