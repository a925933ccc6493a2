// What the npm scripts run:
//
//   node scripts/run.mjs NAME [ARGUMENTS]
//
// NAME is a file in scripts/ and, with what it takes, in scripts/commands/. Help is given, and what there is not is
// refused, before anything is installed or compiled: plain JavaScript without dependencies.

import { helpOf } from "./commands/helpOf.mjs";
import { readArguments } from "./commands/readArguments.mjs";
import { launch } from "./launcher.mjs";

const [name, ...args] = process.argv.slice(2);
const { command } = await import(`./commands/${name}.mjs`);

// What a verb takes stands in a table that needs the compiled contracts: it reads its own arguments, and gives its help.
const hasVerb = Object.values(command.verbs ?? {}).some((verbs) => verbs.includes(args[0]));

if (hasVerb) {
  launch("node", ["scripts/commands/perform.ts", name, ...args]);
} else if (args.includes("--help") || args.includes("-h")) {
  console.log(helpOf(command));
} else {
  try {
    readArguments(command, args);
    launch("node", ["scripts/commands/perform.ts", name, ...args]);
  } catch (mistake) {
    // What was typed is said again: without what could write over other lines.
    console.error(mistake.message.replace(/\p{C}/gu, ""));
    process.exitCode = 2;
  }
}
