import { readFileSync } from "node:fs";
import path from "node:path";
import type { Scenario } from "./Scenario.ts";

/** Reads a folder with `scenario.json`, `expected.json`, `quarters.json` and the CSV files they name. */
export function readScenario(dir: string): Scenario {
  const read = (file: string): string => {
    try {
      return readFileSync(path.join(dir, file), "utf8");
    } catch (cause) {
      throw new Error(`${dir} is not a scenario: ${file} cannot be read.`, { cause });
    }
  };
  return {
    dir,
    history: JSON.parse(read("scenario.json")),
    expected: JSON.parse(read("expected.json")),
    quarters: JSON.parse(read("quarters.json")),
    read,
  };
}
