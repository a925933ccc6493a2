import type { Value } from "./evaluate.ts";
import type { Rules } from "./readRules.ts";

const GENERATED = "// Generated from the compiled contracts by npm run compile.\n";

/**
 * The rules as TypeScript, by file name: one file for the constants of each contract, and `enumerations.ts`. Units are
 * Solidity's: seconds, basis points, quarters. A value that a number holds exactly is a number, a larger one a bigint;
 * bytes are hexadecimal.
 */
export function rulesSource({ constants, enumerations }: Rules): Map<string, string> {
  const files = new Map<string, string>();
  for (const [contract, own] of constants) {
    requireOnce(own.map(({ name }) => `${contract}.${name}`));
    const lines = own.map(({ name, value, says }) => `${comment(says)}export const ${name} = ${literal(value)};\n`);
    files.set(`${contract}.ts`, `${GENERATED}\n${lines.join("")}`);
  }

  requireOnce(enumerations.map(({ name }) => name));
  const lists = enumerations.map(({ name, members, says }) => {
    const list = `${name.charAt(0).toLowerCase()}${name.slice(1)}s`;
    const type = `export type ${name} = (typeof ${list})[number];\n`;
    return `\n${comment(says)}export const ${list} = ${JSON.stringify(members)} as const;\n${type}`;
  });
  return files.set("enumerations.ts", `${GENERATED}${lists.join("")}`);
}

function literal(value: Value): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "bigint") return JSON.stringify(value.hex);
  return Number.isSafeInteger(Number(value)) ? String(value) : `${value}n`;
}

function comment(says: string): string {
  return says === "" ? "" : `/** ${says.replaceAll("*/", "* /")} */\n`;
}

/** Two of one name would be one rule that hides another. */
function requireOnce(names: readonly string[]): void {
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new Error(`${twice} is declared twice`);
}
