import { type Finding, invariantOf } from "@one-small-town/core/verify/Finding.ts";
import type { InvariantReport } from "./Report.ts";
import { checkHeadings, checkWords } from "./words/verifyWords.ts";

/** Findings with the words of the Verify page, in the order of the invariants. */
export function reportInvariants(findings: readonly Finding[]): InvariantReport[] {
  const reports = findings.flatMap(({ key, outcome, rows }): InvariantReport[] => {
    const number = invariantOf[key];
    if (number === null) return []; // which the audit words itself
    const { title } = checkHeadings[key];
    const { rule, figures } = checkWords[key];
    const named = figures.map(({ name, sign }) => ({ name: textOf(name), sign: sign ?? null }));
    const report = {
      number,
      key,
      title: textOf(title),
      rule: textOf(rule),
      outcome,
      comparisons:
        rows?.map((row) => ({
          ...row,
          figures: named.map((figure, i) => ({ ...figure, value: row.figures[i] ?? null })),
        })) ?? null,
    };
    return [report];
  });
  return reports.sort((one, other) => one.number - other.number);
}

function textOf(message: { message?: string }): string {
  return message.message ?? "";
}
