import type { HoursEvent } from "../Books.ts";
import { hashOfCode } from "../../views/Question.ts";
import { eventsNamed, groupBy } from "../events.ts";
import { sheetsOf, timesheetPointers } from "../replay/timesheets.ts";
import { type Address, zeroAddress } from "viem";
import { type Expectation, expectedOf, keptBy } from "./Expectation.ts";
import type { Known } from "./Known.ts";
import { poolAfter } from "./poolAfter.ts";

const say = expectedOf("Contributions");

/** The money that is to come for members, each timesheet and what it gave, and cash that their currency refused. */
export function expectedHours({ hours, codes, towns }: Known): Expectation[] {
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
    return [
      say("poolOf", [town], poolAfter(own, actives), town),
      pending(town, own),
      ...sheets(town, own),
      ...bytesOfSheets(town, own, codes),
      ...[...kept].map(([number, amount]) => say("keptOf", [town, number], amount, town)),
    ];
  });
}

function sheets(town: number, own: readonly HoursEvent[]): Expectation[] {
  const pointers = timesheetPointers(own);
  return eventsNamed(own, "TimesheetFinalised").flatMap(({ args: { weekIndex, index, cashPerActive } }, i) => [
    say("timesheetOf", [town, weekIndex], i + 1, town),
    say("timesheetAt", [town, index], { pointer: pointers[i]?.pointer ?? zeroAddress, cashPerActive }, town),
  ]);
}

/** The bytes of each timesheet, of which the chain says the hash. */
function bytesOfSheets(town: number, own: readonly HoursEvent[], codes: Known["codes"]): Expectation[] {
  const pointers = new Set(timesheetPointers(own).flatMap(({ versions }) => versions));
  return [...pointers].map((pointer) => say("code", [pointer], `0x${hashOfCode(codes.get(pointer) ?? "0x")}`, town));
}

type Pending = { pointer: Address; weekIndex: number; reviewEnds: number };

/** What takes a pending timesheet away. */
const ENDS = ["TimesheetFinalised", "EmptyTimesheetFinalised", "TimesheetRejected"];

function pending(town: number, own: readonly HoursEvent[]): Expectation {
  const nothing: Pending = { pointer: zeroAddress, weekIndex: 0, reviewEnds: 0 };
  let waiting = nothing;
  for (const { eventName, args } of own) {
    if (eventName === "TimesheetSubmitted" || eventName === "TimesheetAmended") waiting = args;
    if (ENDS.includes(eventName)) waiting = nothing;
  }
  const { pointer, weekIndex, reviewEnds } = waiting;
  return say("pendingOf", [town], { pointer, weekIndex, reviewEnds }, town);
}
