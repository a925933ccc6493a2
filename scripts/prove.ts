import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { command } from "./commands/prove.mjs";
import { Mistake } from "./commands/Mistake.mjs";
import { readArguments } from "./commands/readArguments.mjs";
import { describe } from "./prove/describe.ts";
import { proveHarness } from "./prove/proveHarness.ts";
import { openSolver } from "./prove/solver.ts";

/** npm run prove: proves what stands in test/proofs of the folder that it is called in. */
export async function perform(args: readonly string[]): Promise<number> {
  readArguments(command, args);
  const began = Date.now();
  const folder = process.cwd();
  const solver = await openSolver();
  let proved = 0;
  let claims = 0;
  for (const name of globSync("test/proofs/**/*.sol", { cwd: folder }).sort()) {
    const content = readFileSync(path.join(folder, name), "utf8");
    for (const judged of proveHarness({ folder, file: name.replaceAll(path.sep, "/"), content }, solver)) {
      console.log(describe(judged));
      claims += judged.verdicts.length;
      proved += judged.verdicts.filter(({ outcome }) => outcome === "proved").length;
    }
  }
  if (claims === 0) throw new Mistake("There is nothing to prove: no proof stands in test/proofs.");

  console.log(`${proved} of ${claims} proved, ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return proved === claims ? 0 : 1;
}
