import { eventsNamed, groupBy } from "../events.ts";
import { type Expectation, expectedOf } from "./Expectation.ts";
import type { Known } from "./Known.ts";

const FOR_EVER = 65_535;

/** What each benefit is, what it gives for a week, and until which week; and which ones a town has listed. */
export function expectedBenefits({ benefits }: Known): Expectation[] {
  const say = expectedOf("Benefits");
  const listed = eventsNamed(benefits, "BenefitListed").map(({ args }) => args);
  const ended = new Map(eventsNamed(benefits, "BenefitEnded").map(({ args }) => [args.benefit, args.lastWeekIndex]));
  return [
    say("benefitCount", [], listed.length),
    ...listed.flatMap(({ benefit, town, terms, metadata, uri }) => {
      const must = { town, ...terms, lastWeekIndex: ended.get(benefit) ?? FOR_EVER };
      return [say("benefitOf", [benefit], must, town), say("metadataOf", [benefit], { hash: metadata, uri }, town)];
    }),
    ...[...groupBy(listed, ({ town }) => town)].map(([town, own]) =>
      say("benefitsOf", [town, own.length + 1], own.map(({ benefit }) => benefit).toReversed(), town),
    ),
  ];
}
