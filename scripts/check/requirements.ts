// Says where docs/requirements.md leaves a requirement out, or names what is not there.

import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { PAPER, requirementFaults } from "./requirementFaults.ts";

const found = globSync([
  PAPER,
  "contracts/**/*.sol",
  "scripts/*.ts",
  "scripts/operator/acts/*.ts",
  "web/*.html",
  "web/src/app/router.tsx",
  "web/src/pages/desk/deskPages.ts",
  "{core,scripts,test,web/src}/**/*.{test.ts,test.tsx,t.sol}",
]);
const files = new Map(found.map((file) => [file.replaceAll(path.sep, "/"), readFileSync(file, "utf8")]));
const faults = requirementFaults(files);

for (const message of faults) console.error(message);
process.exitCode = faults.length > 0 ? 1 : 0;
