import { electorsIn } from "../../hours/electors.ts";
import { weekIndexOf } from "../../hours/weeks.ts";
import { isBefore } from "../../position.ts";
import { DORMANT_FOR } from "../../rules/FinalDivision.ts";
import type { Books } from "../Books.ts";
import { eventsNamed } from "../events.ts";
import type { Row } from "../Finding.ts";
import { sheetsOf } from "../replay/timesheets.ts";
import { knownOf, replay } from "../replay/World.ts";
import { divisionRows } from "../rows/divisionRows.ts";

/**
 * 18: what a lost town left was divided only after long without one of its keys, and as long after the time before, equally
 * among its electors.
 */
export function checkDivisions(books: Books): Row[] | null {
  const { hours, codes, towns, divisions, treasury } = books;
  const known = knownOf(books);
  if (hours === null || codes === null || towns === null || divisions === null || treasury === null) return null;
  if (known === null) return null;
  const wrong = new Set<number>();
  const dividedAt = new Map<number, number>();
  replay(known, eventsNamed(divisions, "TownDivided"), (event, { roles, countryOf, now }) => {
    const { town, timesheet } = event.args;
    const lost = roles.dormantSince(town, countryOf(town), now);
    const since = Math.max(lost, dividedAt.get(town) ?? 0);
    const own = hours.filter(({ args }) => args.town === town);
    const final = sheetsOf(own, codes).filter(({ at }) => isBefore(at, event));
    if (lost === 0 || now < since + DORMANT_FOR) wrong.add(town);
    if (electorsIn(final, weekIndexOf(now)).timesheet !== timesheet + 1) wrong.add(town);
    dividedAt.set(town, now);
  });
  const rows = divisionRows({ hours, codes, towns, divisions, treasury });
  return rows.map((row) => (row.town !== null && wrong.has(row.town) ? { ...row, outcome: "broken" } : row));
}
