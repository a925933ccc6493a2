import type { Report } from "./Report.ts";
import { utc } from "./words/utc.ts";

type Judged = Pick<Report, "outcome" | "at" | "invariants" | "checks">;

/** What was found, in one sentence that needs no explanation. */
export function verdictOf({ outcome, at, invariants, checks }: Judged): string {
  const where = at ? `, at block ${at.block} of chain ${at.chainId} (${utc(at.time)})` : "";
  if (outcome === "holds") {
    const numbers = new Set(invariants.map(({ number }) => number)).size;
    return `✔ Every token and cent is accounted for: all ${numbers} invariants hold, and so do code and roles${where}.`;
  }
  const names = [
    ...new Set(invariants.filter((one) => one.outcome === outcome).map(({ number }) => `invariant ${number}`)),
    ...checks.filter((one) => one.outcome === outcome).map(({ key }) => key),
  ].join(", ");
  return outcome === "broken"
    ? `✘ This does not add up: ${names}${where}.`
    : `? Nobody can say whether all holds, because some of it could not be read: ${names}${where}.`;
}
