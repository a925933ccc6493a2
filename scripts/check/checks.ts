import { fileURLToPath } from "node:url";

/** A check passes when its command ends with code 0. */
export type Check = { name: string; command: string; args: readonly string[] };

function script(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Everything `npm run check` checks, quickest first. */
export const CHECKS: readonly Check[] = [
  { name: "lockfile", command: "node", args: [script("lockfile.ts")] },
  { name: "imports", command: "node", args: [script("imports.ts")] },
  { name: "requirements", command: "node", args: [script("requirements.ts")] },
  { name: "types", command: "tsc", args: ["--project", "."] },
  { name: "types-web", command: "tsc", args: ["--project", "web"] },
  { name: "lint", command: "oxlint", args: ["--deny-warnings"] },
  {
    name: "lint-solidity",
    command: "solhint",
    args: ["--noPoster", "--disc", "--max-warnings", "0", "contracts/**/*.sol"],
  },
  { name: "unused", command: "knip", args: ["--no-config-hints"] },
  {
    name: "unused-in-product",
    command: "knip",
    args: ["--production", "--include", "files,exports,types", "--no-config-hints"],
  },
  { name: "format", command: "prettier", args: ["--check", "--log-level", "warn", "."] },
  { name: "prove", command: "node", args: [script("../commands/perform.ts"), "prove"] },
];
