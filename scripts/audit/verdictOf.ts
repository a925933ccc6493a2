import type { Report } from "./Report.ts";
import { utc } from "./words/figures.ts";

type Judged = Pick<Report, "outcome" | "at" | "town" | "invariants" | "checks">;

/** What was found, in one sentence that needs no explanation. */
export function verdictOf({ outcome, at, town, invariants, checks }: Judged): string {
  const where = at ? `, at block ${at.block} of chain ${at.chainId} (${utc(at.time)})` : "";
  if (outcome === "holds") {
    const numbers = new Set(invariants.map(({ number }) => number)).size;
    const whole = town === null ? "" : ` of town ${town}`;
    return `✔ Every token and cent${whole} is accounted for: all ${numbers} invariants hold, and so do code, order, roles and state${where}.`;
  }
  const names = [
    ...new Set(invariants.filter((one) => one.outcome === outcome).map(({ number }) => `invariant ${number}`)),
    ...checks.filter((one) => one.outcome === outcome).map(({ key }) => key),
  ].join(", ");
  return outcome === "broken"
    ? `✘ This does not add up: ${names}${where}.`
    : `? Nobody can say whether all holds, because some of it could not be read: ${names}${where}.`;
}
