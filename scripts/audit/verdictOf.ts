import type { Tally } from "./node/agreeing.ts";
import type { Report } from "./Report.ts";
import { utc } from "./words/figures.ts";

type Judged = Pick<Report, "outcome" | "at" | "town" | "invariants" | "checks">;

/** By whose word it was judged: the nodes, and how many questions each of them could answer. */
type Witnesses = { names: readonly string[]; tally: Tally };

/** What was found, and on whose word it rests, in a line that needs no explanation. */
export function verdictOf({ outcome, at, town, invariants, checks }: Judged, witnesses: Witnesses): string {
  const where = at ? `, at block ${at.block} of chain ${at.chainId} (${utc(at.time)})` : "";
  if (outcome === "holds") {
    const numbers = new Set(invariants.map(({ number }) => number)).size;
    const whole = town === null ? "" : ` of town ${town}`;
    return `✔ Every token and cent${whole} is accounted for, ${tellers(witnesses)}: all ${numbers} invariants hold, and so do code, order, roles and state${where}.`;
  }
  const names = [
    ...new Set(invariants.filter((one) => one.outcome === outcome).map(({ number }) => `invariant ${number}`)),
    ...checks.filter((one) => one.outcome === outcome).map(({ key }) => key),
  ].join(", ");
  if (outcome === "unavailable") {
    return `? Nobody can say whether all holds, because some of it could not be read: ${names}${where}. ${compared(witnesses)}`;
  }
  const isContested = checks.some((one) => one.key === "nodes" && one.outcome === "broken");
  return `✘ This does not add up: ${names}${where}. ${isContested ? contested(witnesses) : blamed(witnesses)}`;
}

function tellers({ names }: Witnesses): string {
  return names.length === 1
    ? `as ONE node tells it (${names[0]})`
    : `as ${howMany(names)} nodes agree (${listed(names)})`;
}

/** A node that is alone may itself be what does not add up. */
function blamed({ names }: Witnesses): string {
  if (names.length > 1) return `So ${howMany(names)} nodes tell it that agree: ${listed(names)}.`;
  return `So ONE node tells it, ${names[0]}: a second --rpc shows whether it is the node that is wrong.`;
}

function contested({ names }: Witnesses): string {
  if (names.length > 1) return `The ${howMany(names)} nodes contradict each other, or themselves: ${listed(names)}.`;
  return `ONE node was asked, and contradicts itself: ${names[0]}.`;
}

/** What could be compared, and which node kept the rest from it. */
function compared({ names, tally: { asked, answered, compared: both } }: Witnesses): string {
  if (names.length === 1)
    return `ONE node was asked, ${names[0]}: it answered ${answered[0] ?? 0} of ${asked} questions.`;
  const each = names.map((name, i) => `${name} answered ${answered[i] ?? 0}`).join(", ");
  return `Of ${asked} questions ${both} were compared: ${each}.`;
}

function listed(names: readonly string[]): string {
  return names.join(" and ");
}

function howMany(names: readonly string[]): string {
  return names.length === 2 ? "two" : String(names.length);
}
