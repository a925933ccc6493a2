import type { Outcome } from "@one-small-town/core/verify/Finding.ts";
import { trueSigns } from "@one-small-town/core/verify/trueSigns.ts";
import type { CheckReport, Comparison, Holder, InvariantReport, Report } from "./Report.ts";
import { comparisonName } from "./words/comparisonName.ts";
import { amountText, utc } from "./words/figures.ts";

const MARKS: Record<Outcome, string> = { holds: "✔", broken: "✘", unavailable: "?" };

/** A report as people read it. */
export function describeReport(report: Report): string {
  const { verdict, invariants, checks, holders, risks, hidden, effort, currencies } = report;
  const hours = `${effort.seconds} s, ${effort.requests} requests, ${effort.megabytes} MB of memory at most.`;
  return [
    verdict,
    "",
    ...invariants.flatMap((invariant) => describeInvariant(invariant, currencies)),
    ...checks.flatMap(describeCheck),
    ...section("Who holds which role", holders.map(describeHolder)),
    ...section("What to know besides", risks),
    ...section("What one node could hide", hidden),
    hours,
  ].join("\n");
}

function describeInvariant(invariant: InvariantReport, currencies: Report["currencies"]): string[] {
  const { number, title, rule, outcome, comparisons } = invariant;
  const rows = comparisons?.map((row) => describeComparison(invariant.key, row, currencies));
  return [
    `${MARKS[outcome]} Invariant ${number}: ${title}.`,
    ...(outcome === "holds" ? [] : [`    ${rule}`]),
    ...(rows ?? ["    ? Some of the figures could not be read, so nobody can say."]),
    "",
  ];
}

function describeComparison(key: string, row: Comparison, currencies: Report["currencies"]): string {
  const signs = trueSigns(
    row.figures.map(({ value }) => value),
    row.figures.map(({ sign }) => sign ?? undefined),
  );
  const figures = row.figures.map(({ name, value }, i) => {
    const sign = signs[i] ? ` ${signs[i]} ` : i === 0 ? "" : ", ";
    return `${sign}${name.toLowerCase()} ${amountText(value, row.unit, currencies)}`;
  });
  return `    ${MARKS[row.outcome]} ${comparisonName(key, row)}: ${figures.join("")}`;
}

function describeCheck({ key, title, outcome, lines }: CheckReport): string[] {
  const name = key.charAt(0).toUpperCase() + key.slice(1);
  return [
    `${MARKS[outcome]} ${name}: ${title}.`,
    ...lines.map((line) => `    ${MARKS[line.outcome]} ${line.words}`),
    "",
  ];
}

function describeHolder({ role, wallet, isPlainWallet, since }: Holder): string {
  const kind = isPlainWallet ? "a wallet" : "a contract";
  return `${role}: ${wallet} (${kind}), since block ${since.block}, ${utc(since.time)}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...lines.map((line) => `    ${line}`), ""];
}

/** A report for programs: `Report.ts` says what is in it. Whole numbers that can be large are decimal strings. */
export function reportJson(report: Report): string {
  return JSON.stringify(report, (_, value: unknown) => (typeof value === "bigint" ? value.toString() : value), 2);
}
