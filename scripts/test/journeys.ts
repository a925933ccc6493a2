import path from "node:path";
import Mocha from "mocha";
import type { Chosen } from "./chooseTests.ts";
import { countingReporter } from "./countingReporter.ts";
import { findBrowser } from "./findBrowser.ts";
import { judge, type Totals } from "./totals.ts";

const MOST_MILLISECONDS = 40_000;

/** What stands there itself is run in the browser; what stands deeper are tests of its helpers. */
const IN_BROWSER = "test/journeys";

/** Runs journeys: tests in a real browser, which take seconds where others take milliseconds. */
export async function runJourneys({ files, grep }: Chosen): Promise<Totals> {
  const counted = { passed: 0, failed: 0, failures: [] };
  const mocha = new Mocha({ timeout: MOST_MILLISECONDS, reporter: countingReporter(counted), grep });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  if (needsBrowser(mocha.suite, grep)) await findBrowser(); // says what to do, once and not in every journey
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  return judge(counted, { succeeded: failures === 0, ranAll: grep === undefined });
}

function needsBrowser(suite: Mocha.Suite, grep: RegExp | undefined): boolean {
  const isInBrowser = ({ file = "" }: Mocha.Test) => path.relative(IN_BROWSER, path.dirname(file)) === "";
  const isWanted = (test: Mocha.Test) => isInBrowser(test) && (grep?.test(test.fullTitle()) ?? true);
  return suite.tests.some(isWanted) || suite.suites.some((inner) => needsBrowser(inner, grep));
}
