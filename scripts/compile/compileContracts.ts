import hre from "hardhat";
import { writeAbis } from "../abis.ts";
import { writeRules } from "../rules/writeRules.ts";

/** Which tests in Solidity are compiled too. */
type Tests = "all" | readonly string[];

type Wishes = {
  tests?: Tests;
  /** Prints what the compiler says about our own sources, and has everything written anew that is derived from them. */
  isOpen?: boolean;
};

/** More than these take long enough that somebody wants to know. */
const FEW = 10;

/** Compiles what changed in the contracts, and writes what scripts and dApp need of them. */
export async function compileContracts({ tests = [], isOpen = false }: Wishes = {}): Promise<void> {
  hideWarnings({ ofOwnSources: !isOpen });
  const stale = await countStale(tests);
  if (stale > 0) {
    const duration = stale > FEW ? ", which takes a minute or two, once" : "";
    console.error(`Compiling ${stale === 1 ? "one Solidity file" : `${stale} Solidity files`}${duration} …`);
  }
  if (stale > 0 || isOpen) await onStandardError(() => build(tests));
  await writeAbis();
  await writeRules();
}

/** Standard output belongs to the command that needs the contracts, which may print JSON there. */
async function onStandardError(work: () => Promise<void>): Promise<void> {
  const { log } = console;
  console.log = console.error;
  try {
    await work();
  } finally {
    console.log = log;
  }
}

async function build(tests: Tests): Promise<void> {
  const task = hre.tasks.getTask("build");
  if (tests === "all") return void (await task.run({ quiet: true }));
  await task.run({ noTests: true, quiet: true });
  if (tests.length > 0) await task.run({ files: [...tests], quiet: true });
}

/** How many files have to be compiled; all of them where the compiler cannot even be asked. */
async function countStale(tests: Tests): Promise<number> {
  const files = await hre.solidity.getRootFilePaths({ scope: "contracts" });
  const scopes = await Promise.all(files.map((file) => hre.solidity.getScope(file)));
  const wanted = files.filter((file, i) => scopes[i] === "contracts" || tests === "all" || tests.includes(file));
  const jobs = await hre.solidity.getCompilationJobs(wanted, { quiet: true });
  return jobs.success ? jobs.compilationJobsPerFile.size : wanted.length;
}

/** Nobody here can act on a warning about another project's source, and who only starts something on none. */
function hideWarnings({ ofOwnSources }: { ofOwnSources: boolean }): void {
  hre.hooks.registerHandlers("solidity", {
    getCompilationJobErrors: async (context, job, output, next) => {
      const all = await next(context, job, output);
      return all.filter(({ severity, formattedMessage, message }) => {
        const isAboutPackage = (formattedMessage ?? message).includes("--> ./node_modules/");
        return severity === "error" || !(ofOwnSources || isAboutPackage);
      });
    },
  });
}
