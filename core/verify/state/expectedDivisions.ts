import { eventsNamed } from "../events.ts";
import { townsOf } from "../replay/towns.ts";
import { type Expectation, expectedOf, keptBy } from "./Expectation.ts";
import type { Known } from "./Known.ts";
import { timeOf } from "./Scene.ts";

/** How and when what lost towns left was divided, who has their part, and parts that the currency refused. */
export function expectedDivisions(known: Known): Expectation[] {
  const { divisions, towns } = known;
  const say = expectedOf("FinalDivision");
  const events = eventsNamed(divisions, "TownDivided");
  const divided = events.map(({ args }) => args);
  const dividedAt = new Map(events.map((event) => [event.args.town, timeOf(known, event)]));
  const townOf = new Map(divided.map(({ division, town }) => [division, town]));
  const remainders = new Map(divided.map(({ town, remainder }) => [town, remainder]));
  const kept = keptBy([
    ...eventsNamed(divisions, "PartClaimed").map(({ args }) => ({
      who: `${townOf.get(args.division) ?? 0}/${args.number}`,
      amount: 0n,
    })),
    ...eventsNamed(divisions, "PartKept").map(({ args }) => ({
      who: `${townOf.get(args.division) ?? 0}/${args.number}`,
      amount: args.amount,
    })),
    ...eventsNamed(divisions, "KeptPartsPaid").map(({ args }) => ({
      who: `${args.town}/${args.number}`,
      amount: -args.amount,
    })),
  ]);
  return [
    say("divisionCount", [], divided.length),
    ...divided.map(({ division, town, currency, timesheet, active, cashPerActive }) =>
      say("divisionOf", [division], { town, currency, timesheet, active, cashPerActive }, town),
    ),
    ...townsOf(towns).all.map(({ id }) => say("dividedAt", [id], dividedAt.get(id) ?? 0, id)),
    ...[...remainders].map(([town, remainder]) => say("remainderOf", [town], remainder, town)),
    ...eventsNamed(divisions, "PartClaimed").map(({ args: { division, number } }) =>
      say("isPaid", [division, number], true, townOf.get(division)),
    ),
    ...[...kept].map(([who, amount]) => {
      const [town = 0, number = 0] = who.split("/").map(Number);
      return say("keptOf", [town, number], amount, town);
    }),
  ];
}
