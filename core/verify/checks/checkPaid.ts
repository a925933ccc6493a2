import type { Books } from "../Books.ts";
import { amountOf, eventsNamed, groupBy, sumOf } from "../events.ts";
import type { Row } from "../Finding.ts";
import { townsOf } from "../replay/towns.ts";
import { rowOf } from "../rows/rows.ts";

/** 6: the members of a town were never paid more than came in for them, with what was left when the town was given up. */
export function checkPaid({ hours, towns }: Books): Row[] | null {
  if (hours === null || towns === null) return null;
  const founded = townsOf(towns);
  return [...groupBy(hours, ({ args }) => args.town)].map(([town, events]) => {
    const { name, currency } = founded.get(town);
    const claimed = eventsNamed(events, "ContributionsClaimed").map(({ args }) => args.cash);
    const surrendered = amountOf(eventsNamed(events, "PoolSurrendered"));
    const funded = amountOf(eventsNamed(events, "MembersFunded"));
    return rowOf({
      name,
      town,
      unit: currency,
      figures: [sumOf(claimed) + surrendered, funded],
      holds: (paid, came) => paid <= came,
    });
  });
}
