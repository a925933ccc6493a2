import { isJump } from "../../hours/jump.ts";
import type { HoursEvent } from "../Books.ts";
import { hashOfCode } from "../../views/Question.ts";
import { eventsNamed, groupBy } from "../events.ts";
import { openWeeksAt } from "../replay/openWeeks.ts";
import { sheetsOf, timesheetPointers } from "../replay/timesheets.ts";
import { type Address, zeroAddress } from "viem";
import { type Expectation, expectedOf, keptBy } from "./Expectation.ts";
import type { Known } from "./Known.ts";
import { changesAfter, poolAfter } from "./poolAfter.ts";
import { type Scene, timeOf } from "./Scene.ts";

const say = expectedOf("Contributions");

/**
 * The money that is to come for members and when, each timesheet and what it gave, the one under review and the weeks that
 * are open, and cash that their currency refused.
 */
export function expectedHours(known: Known, scene: Scene): Expectation[] {
  const { hours, codes, towns } = known;
  const byTown = groupBy(hours, ({ args }) => args.town);
  return eventsNamed(towns, "TownFounded").flatMap(({ args: { town } }) => {
    const own = byTown.get(town) ?? [];
    const actives = sheetsOf(own, codes).map(({ active }) => active);
    const kept = keptBy(
      own.flatMap(({ eventName, args }) => {
        if (eventName === "ContributionsClaimed") return { who: args.number, amount: 0n };
        if (eventName === "CashKept") return { who: args.number, amount: args.amount };
        return eventName === "KeptCashPaid" ? { who: args.number, amount: -args.amount } : [];
      }),
    );
    const pool = poolAfter(own, actives);
    return [
      say("poolOf", [town], pool, town),
      ...[...changesAfter(own)].map(([index, change]) => say("changeAt", [town, index], change, town)),
      pending(known, scene, town, own),
      openWeeks(known, { town, own, lastWeek: pool.lastWeek }),
      ...sheets(town, own, actives),
      ...bytesOfSheets(town, own, codes),
      ...[...kept].map(([number, amount]) => say("keptOf", [town, number], amount, town)),
    ];
  });
}

function sheets(town: number, own: readonly HoursEvent[], actives: readonly number[]): Expectation[] {
  const pointers = timesheetPointers(own);
  return eventsNamed(own, "TimesheetFinalised").flatMap(({ args: { weekIndex, index, cashPerActive } }, i) => [
    say("timesheetOf", [town, weekIndex], i + 1, town),
    say("turnoutAt", [town, index], [weekIndex, actives[i] ?? 0], town),
    say("timesheetAt", [town, index], { pointer: pointers[i]?.pointer ?? zeroAddress, cashPerActive }, town),
  ]);
}

/** The bytes of each timesheet, of which the chain says the hash. */
function bytesOfSheets(town: number, own: readonly HoursEvent[], codes: Known["codes"]): Expectation[] {
  const pointers = new Set(timesheetPointers(own).flatMap(({ versions }) => versions));
  return [...pointers].map((pointer) => say("code", [pointer], `0x${hashOfCode(codes.get(pointer) ?? "0x")}`, town));
}

/** What takes a pending timesheet away. */
const ENDS = ["TimesheetFinalised", "EmptyTimesheetFinalised", "TimesheetRejected"];

const NOTHING = {
  pointer: zeroAddress as Address,
  weekIndex: 0,
  reviewEnds: 0,
  jumpSince: 0,
  by: zeroAddress as Address,
  submitter: 0,
  active: 0,
  electors: 0,
};

/** The sheet under review. How many shifts are in it is counted when it is final. */
function pending(known: Known, { momentOf }: Scene, town: number, own: readonly HoursEvent[]): Expectation {
  let waiting = NOTHING;
  for (const event of own) {
    const { eventName, args } = event;
    if (ENDS.includes(eventName)) waiting = NOTHING;
    if (eventName !== "TimesheetSubmitted" && eventName !== "TimesheetAmended") continue;
    const time = timeOf(known, event);
    const { pointer, weekIndex, reviewEnds, active, electors } = args;
    const isNew = eventName === "TimesheetSubmitted";
    const record = isNew ? momentOf(event).record : null;
    const began = isNew && args.passedOver.length > 0 ? time : isNew ? 0 : waiting.jumpSince;
    waiting = {
      pointer,
      weekIndex,
      reviewEnds,
      jumpSince: began === 0 && isJump(active, electors) ? time : began,
      // Who amends last is the coordinator who may not amend next; the Town Ambassador is none.
      by: isNew || momentOf(event).townKey !== args.by ? args.by : waiting.by,
      submitter: isNew ? (record?.town === town ? record.number : 0) : waiting.submitter,
      active,
      electors,
    };
  }
  return say("pendingOf", [town], waiting, town);
}

type Weeks = { town: number; own: readonly HoursEvent[]; lastWeek: number };

function openWeeks(known: Known, { town, own, lastWeek }: Weeks): Expectation {
  const rejections = eventsNamed(own, "TimesheetRejected");
  const rejected = new Map(rejections.map((event) => [event.args.weekIndex, timeOf(known, event)]));
  return say("openWeeksOf", [town], openWeeksAt({ lastWeek, rejected, now: known.block.timestamp }), town);
}
