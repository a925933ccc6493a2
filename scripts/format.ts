import { command } from "./commands/format.mjs";
import { readArguments } from "./commands/readArguments.mjs";
import { runTool } from "./commands/runTool.ts";

/** npm run format */
export async function perform(args: readonly string[]): Promise<number> {
  const { operands } = readArguments(command, args);
  return runTool("prettier", ["--write", "--log-level", "warn", ...(operands.length > 0 ? operands : ["."])]);
}
