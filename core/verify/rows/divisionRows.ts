import { bytesOf } from "../../hex.ts";
import { isActive } from "../../hours/timesheet.ts";
import type { Books, DivisionEvent } from "../Books.ts";
import { amountOf, eventsNamed, sumOf } from "../events.ts";
import type { Row } from "../Finding.ts";
import { divisionsOf } from "../replay/divisions.ts";
import { countsOf } from "../replay/timesheets.ts";
import { townsOf } from "../replay/towns.ts";
import { rowOf } from "./rows.ts";

type Read = { [part in "hours" | "codes" | "towns" | "divisions" | "treasury"]: NonNullable<Books[part]> };

type Division = Extract<DivisionEvent, { eventName: "TownDivided" }>["args"] & {
  /** Members counted from the bytes of its timesheet, and those bytes, behind one zero byte. */
  counted: bigint;
  quarters: Uint8Array;
};

/** What lost towns left: all of it was divided, equally among its electors, and each was paid once. */
export function divisionRows(read: Read): Row[] {
  const founded = townsOf(read.towns);
  const byTown = divisionsOf(read.divisions);
  const surrendered = [...eventsNamed(read.hours, "PoolSurrendered"), ...eventsNamed(read.treasury, "FundSurrendered")];
  const lost = new Set([...surrendered.map(({ args }) => args.town), ...byTown.keys()]);
  return [...lost].map((town) => {
    const { name, currency } = founded.get(town);
    const events = byTown.get(town) ?? [];
    const divisions = readDivisions(read, town, events);
    const left = surrendered.filter(({ args }) => args.town === town);
    const given = sumOf(divisions.map(({ cashPerActive, counted }) => cashPerActive * counted));
    return rowOf({
      name,
      town,
      unit: currency,
      figures: [amountOf(left), given, divisions.at(-1)?.remainder ?? 0n],
      holds: () =>
        amountOf(eventsNamed(left, "PoolSurrendered")) === sumOf(divisions.map(({ fromPool }) => fromPool)) &&
        amountOf(eventsNamed(left, "FundSurrendered")) === sumOf(divisions.map(({ fromFund }) => fromFund)) &&
        divisions.every((division, i) => isEqual(division, divisions[i - 1]?.remainder ?? 0n)) &&
        divisions.every((division) => isPaidRightly(division, events)),
    });
  });
}

function readDivisions({ hours, codes }: Read, town: number, events: readonly DivisionEvent[]): Division[] {
  const own = hours.filter(({ args }) => args.town === town);
  const timesheets = countsOf(own, codes);
  return eventsNamed(events, "TownDivided").map(({ args }) => {
    const { active = 0n, pointer = null } = timesheets[args.timesheet] ?? {};
    const code = pointer === null ? undefined : codes.get(pointer);
    return { ...args, counted: active, quarters: bytesOf(code ?? "0x") };
  });
}

function isEqual({ fromPool, fromFund, cashPerActive, counted, remainder }: Division, before: bigint): boolean {
  return before + fromPool + fromFund === cashPerActive * counted + remainder && remainder < counted;
}

/** Each part went to somebody who was active, was one member's part, and went to nobody twice. */
function isPaidRightly({ division, cashPerActive, quarters }: Division, events: readonly DivisionEvent[]): boolean {
  const parts = eventsNamed(events, "PartClaimed").flatMap(({ args }) => (args.division === division ? args : []));
  const numbers = new Set(parts.map(({ number }) => number));
  const isRight = parts.every(({ number, amount }) => amount === cashPerActive && isActive(quarters[number] ?? 0));
  return numbers.size === parts.length && isRight;
}
