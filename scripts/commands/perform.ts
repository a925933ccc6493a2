// Performs a command after compiling the contracts, where it needs them: see scripts/run.mjs, which starts this.

import type { Command } from "./Command.ts";
import { sayWhy } from "./sayWhy.ts";

/** Gives the exit code; nothing where the command goes on until somebody ends it. */
type Perform = (args: readonly string[]) => Promise<number | undefined>;

async function perform(name: string, args: readonly string[]): Promise<number | undefined> {
  const { command } = (await import(`./${name}.mjs`)) as { command: Command };
  if (command.compiles !== undefined) {
    const { compileContracts } = await import("../compile/compileContracts.ts");
    await compileContracts({ isOpen: command.compiles === "openly" });
  }
  // Only now: what it imports may have been written by the compiler.
  const { perform: performNow } = (await import(`../${name}.ts`)) as { perform: Perform };
  return performNow(args);
}

const [name = "", ...args] = process.argv.slice(2);
const code = await perform(name, args).catch(sayWhy);
// Some leave connections open, which would keep the process alive.
if (code !== undefined) process.stdout.write("", () => process.exit(code));
