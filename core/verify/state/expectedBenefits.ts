import { eventsNamed } from "../events.ts";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";

const FOR_EVER = 65_535;

/** What each benefit gives for a week, and until which week. */
export function expectedBenefits({ benefits }: Known): Expectation[] {
  const say = expectedOf("Benefits");
  const listed = eventsNamed(benefits, "BenefitListed").map(({ args }) => args);
  const ended = new Map(eventsNamed(benefits, "BenefitEnded").map(({ args }) => [args.benefit, args.lastWeekIndex]));
  return [
    say("benefitCount", [], listed.length),
    ...listed.map(({ benefit, town, terms }) => {
      const must = { town, ...terms, lastWeekIndex: ended.get(benefit) ?? FOR_EVER };
      return say("benefitOf", [benefit], must, town);
    }),
  ];
}
