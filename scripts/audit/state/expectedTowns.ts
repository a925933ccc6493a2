import { eventsNamed } from "@one-small-town/core/verify/events.ts";
import { townsOf } from "@one-small-town/core/verify/replay/towns.ts";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";

/** Which towns there are, in which currency, and what each has put on record. */
export function expectedTowns({ towns }: Known): Expectation[] {
  const say = expectedOf("TownRegistry");
  const founded = townsOf(towns).all;
  return [
    say("townCount", [], founded.length),
    ...founded.flatMap(({ id, country, name, currency }) => [
      say("townOf", [id], { country, currency }, id),
      say("nameOf", [id], name, id),
      say("planOf", [id], planIn(eventsNamed(towns, "PlanSet").filter(({ args }) => args.town === id)), id),
    ]),
    ...eventsNamed(towns, "LaunchStepRecorded").map(({ args: { town, step, evidence } }) =>
      say("launchStepOf", [town, step], evidence, town),
    ),
  ];
}

function planIn(plans: readonly { args: { plan: string; version: number } }[]) {
  const { plan: hash, version } = plans.at(-1)?.args ?? { plan: `0x${"0".repeat(64)}`, version: 0 };
  return { hash, version };
}
