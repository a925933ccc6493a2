import { globSync } from "node:fs";
import Mocha from "mocha";
import { countingReporter } from "./countingReporter.ts";
import { judge, type Totals } from "./totals.ts";

const MOST_MILLISECONDS = 40_000;

/** Runs the journeys: tests in a real browser, which take seconds where others take milliseconds. */
export async function runJourneys(grep: string | undefined): Promise<Totals | undefined> {
  const files = globSync("test/journeys/**/*.test.ts").sort();
  if (files.length === 0) return undefined;

  const counted = { passed: 0, failed: 0, failures: [] };
  const mocha = new Mocha({ timeout: MOST_MILLISECONDS, reporter: countingReporter(counted), grep });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  return judge(counted, { succeeded: failures === 0, ranAll: grep === undefined });
}
