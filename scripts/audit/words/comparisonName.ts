import type { Comparison } from "../Report.ts";
import { workingsWords } from "./verifyWords.ts";

/** What a comparison is about, as the Verify page has it, but with addresses in full. */
export function comparisonName(key: string, comparison: Comparison): string {
  const name = subjectOf(key, comparison);
  if (comparison.detail === null) return name;
  const { kind, id } = comparison.detail;
  if (kind === "view") return `${name}, ${id}`; // which no invariant has
  return textOf(workingsWords.detail[kind](name, id));
}

function subjectOf(key: string, { name, town, contract, unit }: Comparison): string {
  if (key === "held" && unit === "infinity") return textOf(workingsWords.unclaimed);
  if (key === "funds" && town === null && name !== null) return textOf(workingsWords.office(name));
  if (contract === "InvestorToken" && name !== null) return textOf(workingsWords.dividendsOf(name));
  const contracts: Partial<Record<string, { message?: string }>> = workingsWords.contracts;
  if (contract !== null) return textOf(contracts[contract] ?? { message: contract });
  if (name !== null) return name;
  if (key === "minted") return textOf(workingsWords.strange);
  return textOf(unit === "infinity" ? workingsWords.allInfinity : workingsWords.elsewhere);
}

function textOf(message: { message?: string }): string {
  return message.message ?? "";
}
