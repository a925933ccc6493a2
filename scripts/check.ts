import { CHECKS } from "./check/checks.ts";
import { runCheck } from "./check/runCheck.ts";
import { command } from "./commands/check.mjs";
import { Mistake } from "./commands/Mistake.mjs";
import { readArguments } from "./commands/readArguments.mjs";

/** npm run check: runs every check, or those named, and says at the end which failed. */
export async function perform(args: readonly string[]): Promise<number> {
  const { operands: wanted } = readArguments(command, args);
  const unknown = wanted.filter((name) => CHECKS.every((check) => check.name !== name));
  if (unknown.length > 0) {
    throw new Mistake(
      `There is no check "${unknown.join(", ")}". There are: ${CHECKS.map(({ name }) => name).join(", ")}.`,
    );
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
  if (failed.length === 0) return 0;
  console.error(`Failed: ${failed.join(", ")}. "npm run format" corrects formatting.`);
  return 1;
}
