import { command } from "./commands/compile.mjs";
import { readArguments } from "./commands/readArguments.mjs";
import { compileContracts } from "./compile/compileContracts.ts";

/** npm run compile */
export async function perform(args: readonly string[]): Promise<number> {
  const { tests } = readArguments(command, args).values;
  await compileContracts({ tests: tests === true ? "all" : [], isOpen: true });
  console.log("Compiled. What scripts and dApp need of the contracts is in core/abis and core/rules.");
  return 0;
}
