import { readFileSync } from "node:fs";
import path from "node:path";
import { Mistake } from "../commands/Mistake.mjs";
import type { Scenario } from "./Scenario.ts";

/** Reads a folder with `scenario.json`, `expected.json`, `quarters.json` and the files of hours they name. */
export function readScenario(dir: string): Scenario {
  const read = (file: string): Uint8Array => {
    try {
      return readFileSync(path.join(dir, file));
    } catch (cause) {
      throw new Mistake(`${dir} is not a scenario: ${file} cannot be read.`, { cause });
    }
  };
  const readJson = (file: string) => {
    try {
      return JSON.parse(new TextDecoder().decode(read(file)));
    } catch (cause) {
      if (cause instanceof Mistake) throw cause;
      throw new Mistake(`${dir} is not a scenario: ${file} is not JSON (${(cause as Error).message}).`, { cause });
    }
  };
  return {
    dir,
    history: readJson("scenario.json"),
    expected: readJson("expected.json"),
    quarters: readJson("quarters.json"),
    read,
  };
}
