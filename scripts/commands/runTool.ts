import { spawnSync } from "node:child_process";

/** Runs a tool of ours in the foreground, and returns its exit code. */
export function runTool(tool: string, args: readonly string[]): number {
  // On Windows the tools are command files, which only a shell can start.
  return spawnSync(tool, args, { stdio: "inherit", shell: process.platform === "win32" }).status ?? 1;
}
