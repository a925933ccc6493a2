import { existsSync } from "node:fs";
import { Mistake } from "./Mistake.mjs";

/** Throws where one of the files or folders that somebody named is not there. */
export function requireFiles(names: readonly string[]): void {
  const missing = names.find((name) => !existsSync(name));
  if (missing !== undefined)
    throw new Mistake(`There is no file ${missing}. Name it as it is seen from the project's folder.`);
}
