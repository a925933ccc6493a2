import type { Comparison } from "../Report.ts";
import { verifyWords } from "./verifyWords.ts";

/** What a comparison is about, as the Verify page has it, but with addresses in full. */
export function comparisonName(key: string, comparison: Comparison): string {
  const name = subjectOf(key, comparison);
  if (comparison.detail === null) return name;
  const { kind, id } = comparison.detail;
  return textOf(verifyWords.detail[kind](name, id));
}

function subjectOf(key: string, { name, town, contract, unit }: Comparison): string {
  if (key === "held" && unit === "infinity") return textOf(verifyWords.unclaimed);
  if (key === "funds" && town === null && name !== null) return textOf(verifyWords.office(name));
  if (contract === "InvestorToken" && name !== null) return textOf(verifyWords.dividendsOf(name));
  const contracts: Partial<Record<string, { message?: string }>> = verifyWords.contracts;
  if (contract !== null) return textOf(contracts[contract] ?? { message: contract });
  if (name !== null) return name;
  if (key === "minted") return textOf(verifyWords.strange);
  return textOf(unit === "infinity" ? verifyWords.allInfinity : verifyWords.elsewhere);
}

function textOf(message: { message?: string }): string {
  return message.message ?? "";
}
