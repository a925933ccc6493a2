import { spawn } from "node:child_process";
import type { Check } from "./checks.ts";

export type Outcome = { name: string; passed: boolean; output: string };

/** Runs one check on the project in `folder`. */
export function runCheck({ name, command, args }: Check, folder: string): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"], shell: onWindows() });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => resolve({ name, passed: code === 0, output: Buffer.concat(chunks).toString() }));
  });
}

/** There the tools are command files, which only a shell can start. */
function onWindows(): boolean {
  return process.platform === "win32";
}
