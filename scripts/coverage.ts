import { command } from "./commands/coverage.mjs";
import { readArguments } from "./commands/readArguments.mjs";
import { requireFiles } from "./commands/requireFiles.ts";
import { runTool } from "./commands/runTool.ts";

/** npm run coverage */
export async function perform(args: readonly string[]): Promise<number> {
  const { operands } = readArguments(command, args);
  requireFiles(operands);
  return runTool("hardhat", ["test", "--coverage", ...operands]);
}
