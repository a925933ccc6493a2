import { electorsIn } from "../../hours/electors.ts";
import { isJump } from "../../hours/jump.ts";
import { weekIndexOf } from "../../hours/weeks.ts";
import { AMENDED_REVIEW, JUMP_REVIEW, REVIEW } from "../../rules/Contributions.ts";
import type { Books, HoursEvent } from "../Books.ts";
import { groupBy } from "../events.ts";
import type { Row } from "../Finding.ts";
import { type Sheet, sheetsOf } from "../replay/timesheets.ts";
import { townsOf } from "../replay/towns.ts";
import { rowOf } from "../rows/rows.ts";

/** 21: every sheet was measured by electors of whom none was new, and reviewed as long as that says. */
export function checkElectors({ hours, towns, times, codes }: Books): Row[] | null {
  if (hours === null || towns === null || times === null || codes === null) return null;
  const founded = townsOf(towns);
  return [...groupBy(hours, ({ args }) => args.town)].map(([town, events]) => {
    const reviews = reviewsOf(events, sheetsOf(events, codes), times);
    return rowOf({
      name: founded.get(town).name,
      town,
      unit: "count",
      figures: [reviews, reviews.filter((isRight) => isRight)].map(({ length }) => BigInt(length)),
      holds: (all, rightly) => all === rightly,
    });
  });
}

/** Of each sheet that one town's coordinators submitted or amended, whether it was measured and reviewed as it must be. */
function reviewsOf(events: readonly HoursEvent[], sheets: readonly Sheet[], times: NonNullable<Books["times"]>) {
  const reviews: boolean[] = [];
  let final = 0;
  let [ends, jumpSince] = [0, 0];
  for (const { eventName, args, blockNumber } of events) {
    if (eventName === "TimesheetFinalised") final++;
    if (eventName !== "TimesheetSubmitted" && eventName !== "TimesheetAmended") continue;
    const time = times.get(blockNumber);
    if (time === undefined) throw new Error(`The time of block ${blockNumber} is missing`);
    const isNew = eventName === "TimesheetSubmitted";
    if (isNew) [ends, jumpSince] = [0, args.passedOver.length > 0 ? time : 0];
    if (jumpSince === 0 && isJump(args.active, args.electors)) jumpSince = time;
    ends = Math.max(ends, time + (isNew ? REVIEW : AMENDED_REVIEW), jumpSince === 0 ? 0 : jumpSince + JUMP_REVIEW);
    const { electors } = electorsIn(sheets.slice(0, final), weekIndexOf(time));
    reviews.push(args.electors === electors && args.reviewEnds === ends);
  }
  return reviews;
}
