import { weekEnd, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { describe, expect, it } from "vitest";
import type { PendingSheet } from "../../../chain/hours/timesheetDeskQuery.ts";
import { tasksOf } from "./tasksOf.ts";

const now = weekStart(2_975) + 3_600;
const pending = { weekIndex: 2_972, reviewEnds: now + 60 } as PendingSheet;

const kinds = (desk: Parameters<typeof tasksOf>[0], at = now) =>
  tasksOf(desk, at).map(({ kind, weekIndex }) => `${kind} ${weekIndex}`);

describe("tasksOf", () => {
  it("names the weeks to send in, the earliest first, and the running one", () => {
    expect(kinds({ openWeeks: [2_973, 2_974], pending: null })).toEqual(["send 2973", "send 2974", "next 2975"]);
  });

  it("waits for a review, and asks for the week to be counted from the second at which it is over", () => {
    const desk = { openWeeks: [2_971, 2_972, 2_973], pending };

    expect(kinds(desk)).toEqual(["review 2972", "send 2973", "next 2975"]);
    expect(kinds(desk, pending.reviewEnds)[0]).toBe("count 2972");
  });

  it("says until when: to the end of the eighth week after it", () => {
    expect(tasksOf({ openWeeks: [2_974], pending: null }, now)).toEqual([
      { kind: "send", weekIndex: 2_974, by: weekEnd(2_982) },
      { kind: "next", weekIndex: 2_975, by: weekEnd(2_975) },
    ]);
  });
});
