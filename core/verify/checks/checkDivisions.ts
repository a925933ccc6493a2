import { DORMANT_FOR } from "../../rules/FinalDivision.ts";
import type { Books } from "../Books.ts";
import { eventsNamed } from "../events.ts";
import type { Row } from "../Finding.ts";
import { knownOf, replay } from "../replay/World.ts";
import { divisionRows } from "../rows/divisionRows.ts";

/** 18: what a lost town left was divided only after long without one of its keys, equally among those who worked last. */
export function checkDivisions(books: Books): Row[] | null {
  const { hours, codes, towns, divisions, treasury } = books;
  const known = knownOf(books);
  if (hours === null || codes === null || towns === null || divisions === null || treasury === null) return null;
  if (known === null) return null;
  const early = new Set<number>();
  replay(known, eventsNamed(divisions, "TownDivided"), ({ args: { town } }, { roles, countryOf, now }) => {
    const since = roles.dormantSince(town, countryOf(town), now);
    if (since === 0 || now < since + DORMANT_FOR) early.add(town);
  });
  const rows = divisionRows({ hours, codes, towns, divisions, treasury });
  return rows.map((row) => (row.town !== null && early.has(row.town) ? { ...row, outcome: "broken" } : row));
}
