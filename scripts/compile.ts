// Compiles the contracts, with --tests the Solidity tests too, and writes their ABIs and rules for scripts and dApp.

import hre from "hardhat";
import { writeAbis } from "./abis.ts";
import { writeRules } from "./rules/writeRules.ts";

/** Nobody here can act on a warning about another project's source. */
function hideWarningsAboutPackages(): void {
  const warn = console.warn.bind(console);
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes("--> ./node_modules/")) warn(...words);
  };
}

hideWarningsAboutPackages();
await hre.tasks.getTask("build").run({ noTests: !process.argv.includes("--tests") });
await writeAbis();
await writeRules();
