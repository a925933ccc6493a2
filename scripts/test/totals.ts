/**
 * What one test runner did. `failures` names the tests that failed, where the runner tells; `problem` says why its
 * failures are not only failed tests.
 */
export type Totals = { passed: number; failed: number; failures?: readonly string[]; problem?: string };

/**
 * Counts a runner that ended badly as a failure even if no test says so: it crashed, or it ran nothing although there
 * are tests for it.
 */
export function judge(
  counted: Pick<Totals, "passed" | "failed" | "failures">,
  run: { succeeded: boolean; ranAll: boolean },
): Totals {
  if (counted.failed > 0) return counted;
  if (!run.succeeded) return { ...counted, failed: 1, problem: "ended with an error" };
  if (counted.passed === 0 && run.ranAll)
    return { ...counted, failed: 1, problem: "ran no tests, although there are some" };
  return counted;
}

/** The line that ends a test run. */
export function summaryLine(all: readonly Totals[]): string {
  const sum = (key: "passed" | "failed") => all.reduce((total, totals) => total + totals[key], 0);
  return `${sum("passed")} passed, ${sum("failed")} failed`;
}
