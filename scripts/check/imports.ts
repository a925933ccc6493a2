// Says which imports point the wrong way; the rules are in importRules.ts.

import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { forbiddenImports } from "./forbiddenImports.ts";

const files = globSync(["contracts/**/*.sol", "scripts/**/*.{ts,mjs}", "core/**/*.ts", "web/src/**/*.{ts,tsx}"]);
const forbidden = files.flatMap((file) => forbiddenImports(file.replaceAll(path.sep, "/"), readFileSync(file, "utf8")));

for (const message of forbidden) console.error(message);
process.exitCode = forbidden.length > 0 ? 1 : 0;
