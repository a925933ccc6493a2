import { describe, expect, it } from "vitest";
import { weekEnd, weekStart } from "../../hours/weeks.ts";
import type { Books } from "../Books.ts";
import { checkStreams } from "./checkStreams.ts";

const WEEK = 3_000;
const currency = "0x00000000000000000000000000000000000000c1";

/** Week after week is made final when the next one is half over; money comes in at other times. */
type Happened = { eventName: string; args: object; time: number };
const final = (weekIndex: number): Happened => ({
  eventName: "TimesheetFinalised",
  args: { weekIndex },
  time: weekEnd(weekIndex) + 300_000,
});
const empty = (weekIndex: number): Happened => ({ ...final(weekIndex), eventName: "EmptyTimesheetFinalised" });
const funded = (time: number, firstIndex: number): Happened => ({
  eventName: "MembersFunded",
  args: { amount: 301n, weeks_: 3, firstIndex },
  time,
});

function rowAfter(...happened: readonly Happened[]) {
  const events = happened.map(({ eventName, args }, i) => ({
    eventName,
    args: { town: 1, ...args },
    blockNumber: BigInt(i),
    logIndex: 0,
  }));
  const founded = { eventName: "TownFounded", args: { town: 1, country: 710, currency, name: "Willow" } };
  const books = {
    hours: events,
    towns: [{ ...founded, blockNumber: 0n, logIndex: 0 }],
    times: new Map(happened.map(({ time }, i) => [BigInt(i), time])),
  };
  const [row] = checkStreams(books as unknown as Books) ?? [];
  return row && { figures: row.figures, outcome: row.outcome };
}

describe("checkStreams", () => {
  it("holds where money begins with a week that was running when it came in", () => {
    const row = rowAfter(final(WEEK), funded(weekStart(WEEK + 1), 1), final(WEEK + 1), final(WEEK + 2));
    expect(row).toEqual({ figures: [200n, 200n], outcome: "holds" });
  });

  it("is broken where money reached a week that had ended a second before", () => {
    const row = rowAfter(final(WEEK), funded(weekEnd(WEEK + 1), 1), final(WEEK + 1), final(WEEK + 2));
    expect(row).toEqual({ figures: [200n, 100n], outcome: "broken" });
  });

  it("does not look at what came in before the first final week", () => {
    const row = rowAfter(funded(weekEnd(WEEK + 1), 0), final(WEEK), final(WEEK + 1));
    expect(row).toEqual({ figures: [0n, 0n], outcome: "holds" });
  });

  it("counts a first week in which nobody was active as final, and no week of a payment", () => {
    const row = rowAfter(empty(WEEK), funded(weekEnd(WEEK + 1), 0), final(WEEK + 1), empty(WEEK + 2), final(WEEK + 3));
    expect(row).toEqual({ figures: [200n, 100n], outcome: "broken" });
  });

  it("cannot be said where times are missing", () => {
    expect(checkStreams({ hours: [], towns: [], times: null } as unknown as Books)).toBeNull();
  });
});
