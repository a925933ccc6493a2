import type { Judged, Verdict } from "./verdicts.ts";

const MARKS = { proved: "✔", refuted: "✘", undecided: "?" } as const;

/** A proof and its claims in plain words; where one is not proved, which function it is and why. */
export function describe({ proof, verdicts }: Judged): string {
  const isProved = verdicts.every(({ outcome }) => outcome === "proved");
  const where = isProved ? "" : ` (${proof.contract}.${proof.name} in ${proof.range.file})`;
  return `${proof.words}${where}\n${verdicts.map(describeVerdict).join("")}`;
}

function describeVerdict({ words, outcome, reasons }: Verdict): string {
  return `  ${MARKS[outcome]} ${words}\n${reasons.map((reason) => `      ${reason}\n`).join("")}`;
}
