import { describe, expect, it } from "vitest";
import { weekEnd, weekStart } from "../../hours/weeks.ts";
import type { Books } from "../Books.ts";
import { checkElectors } from "./checkElectors.ts";

const WEEK = 3_000;
const DAY = 86_400;

/** Who is active in a week, and what its event says; the n-th sheet is stored under that number. */
type Week = { weekIndex: number; active: number; electors: number; reviewed: number; passedOver?: readonly number[] };

/** What a check finds when each week is submitted a second after its end, and final when its review is over. */
function rowAfter(...weeks: readonly Week[]) {
  const happened = weeks.flatMap(({ weekIndex, active, electors, reviewed, passedOver = [] }, n) => {
    const time = weekEnd(weekIndex) + 1;
    const written = { weekIndex, pointer: `0x${n}`, active, electors, reviewEnds: time + reviewed * DAY, passedOver };
    return [
      { eventName: "TimesheetSubmitted", args: written, time },
      { eventName: "TimesheetFinalised", args: { weekIndex }, time: time + reviewed * DAY },
    ];
  });
  return rowOf(
    happened,
    weeks.map(({ active }) => active),
  );
}

function rowOf(happened: readonly { eventName: string; args: object; time: number }[], actives: readonly number[]) {
  const events = happened.map(({ eventName, args }, i) => ({
    eventName,
    args: { town: 1, ...args },
    blockNumber: BigInt(i),
    logIndex: 0,
  }));
  const founded = { eventName: "TownFounded", args: { town: 1, country: 710, name: "Willow" } };
  const books = {
    hours: events,
    towns: [{ ...founded, blockNumber: 0n, logIndex: 0 }],
    times: new Map(happened.map(({ time }, i) => [BigInt(i), time])),
    codes: new Map(actives.map((active, n) => [`0x${n}`, `0x00${"0c".repeat(active)}`])),
  };
  const [row] = checkElectors(books as unknown as Books) ?? [];
  return row && { figures: row.figures, outcome: row.outcome };
}

const first = { weekIndex: WEEK, active: 12, electors: 0, reviewed: 7 };
const few = (after: number, active: number) => ({ weekIndex: WEEK + after, active, electors: 0, reviewed: 4 });

describe("checkElectors", () => {
  it("holds where a town's first weeks are reviewed for seven days, and quiet ones for four", () => {
    expect(rowAfter(first, few(1, 10))).toEqual({ figures: [2n, 2n], outcome: "holds" });
  });

  it("holds where those of a week are electors once eight full weeks have passed since", () => {
    const later = { weekIndex: WEEK + 8, active: 25, electors: 12, reviewed: 4 };
    expect(rowAfter(first, few(1, 10), later)).toEqual({ figures: [3n, 3n], outcome: "holds" });
  });

  it("holds where the busiest of the four latest weeks names the electors", () => {
    const quiet = [1, 2, 3, 4].map((after) => few(after, after));
    const later = { weekIndex: WEEK + 12, active: 15, electors: 4, reviewed: 4 };
    expect(rowAfter(first, ...quiet, later)).toEqual({ figures: [6n, 6n], outcome: "holds" });
  });

  it("is broken where somebody new was counted as an elector", () => {
    const early = { weekIndex: WEEK + 7, active: 20, electors: 12, reviewed: 4 };
    expect(rowAfter(first, early)).toEqual({ figures: [2n, 1n], outcome: "broken" });
  });

  it("is broken where a jump was reviewed as if it were none", () => {
    expect(rowAfter({ ...first, reviewed: 4 })).toEqual({ figures: [1n, 0n], outcome: "broken" });
  });

  it("is broken where weeks were passed over in four days", () => {
    const passing = { ...few(2, 1), passedOver: [WEEK + 1] };
    expect(rowAfter(first, passing)).toEqual({ figures: [2n, 1n], outcome: "broken" });
    expect(rowAfter(first, { ...passing, reviewed: 7 })).toEqual({ figures: [2n, 2n], outcome: "holds" });
  });

  it("follows amendments: three days more, and seven from the first jump on", () => {
    const time = weekStart(WEEK + 1);
    const ends = (days: number) => time + days * DAY;
    const sheet = { weekIndex: WEEK, pointer: "0x0", electors: 0 };
    const happened = [
      { eventName: "TimesheetSubmitted", args: { ...sheet, active: 1, passedOver: [], reviewEnds: ends(4) }, time },
      { eventName: "TimesheetAmended", args: { ...sheet, active: 1, reviewEnds: ends(4) }, time: ends(1) },
      { eventName: "TimesheetAmended", args: { ...sheet, active: 11, reviewEnds: ends(9) }, time: ends(2) },
      { eventName: "TimesheetAmended", args: { ...sheet, active: 1, reviewEnds: ends(11) }, time: ends(8) },
    ];
    expect(rowOf(happened, [1])).toEqual({ figures: [4n, 4n], outcome: "holds" });
    const shorter = happened.map((one, i) => (i === 3 ? { ...one, args: { ...one.args, reviewEnds: ends(10) } } : one));
    expect(rowOf(shorter, [1])).toEqual({ figures: [4n, 3n], outcome: "broken" });
  });

  it("cannot be said where times are missing", () => {
    expect(checkElectors({ hours: [], towns: [], times: null, codes: null } as unknown as Books)).toBeNull();
  });
});
