// @vitest-environment jsdom
import { fireEvent } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderRead } from "../../testing/renderRead.tsx";
import { blockQuery } from "../../chain/blockQuery.ts";
import type { Review } from "../../chain/members/townFiguresQuery.ts";
import { WeekStreet } from "./WeekStreet.tsx";

const currency = { address: "0x00000000000000000000000000000000000000d1", symbol: "TUSD", decimals: 6 } as const;
const town = { id: 1, name: "Willowmere", country: 710, currency };
const pointer = "0x00000000000000000000000000000000000000c1" as const;
const weekOf = (weekIndex: number, active: number, quarters: number | undefined) => ({
  index: weekIndex - 2_960,
  weekIndex,
  active,
  cashPerActive: 2_072_750n,
  pointer,
  totals: quarters === undefined ? undefined : { quarters, shifts: active },
});
const review: Review = { weekIndex: 2_966, reviewEnds: 9_000, active: 60, electors: 40 };
const show = (weeks: ReturnType<typeof weekOf>[], pending: Review | null = null, openWeeks: readonly number[] = []) =>
  renderRead(<WeekStreet town={town} weeks={weeks} pending={pending} openWeeks={openWeeks} />, {
    known: (system) => [
      { queryKey: blockQuery(system).queryKey, data: { number: 1n, timestamp: 1_000, readAt: performance.now() } },
    ],
  }).container;

describe("WeekStreet", () => {
  it("says when no week was counted yet", () => {
    expect(show([]).textContent).toContain("No week has been counted yet");
  });

  it("reads the newest week aloud, until another house is tapped", () => {
    const container = show([weekOf(2_965, 43, 829), weekOf(2_966, 1, 12)]);
    expect(container.querySelector("figure")?.textContent).toContain("3 hours1 active member");

    fireEvent.click(container.querySelectorAll("rect.cursor-pointer")[0] as Element);
    const text = container.querySelector("figure")?.textContent;
    expect(text).toContain("207.25 hours43 active members");
    expect(text).toContain("2.07275 TUSD for each active member");
  });

  it("says the same in a table, newest first, and does not make up hours that were not read", () => {
    const rows = [...show([weekOf(2_965, 43, undefined), weekOf(2_966, 1, 12)]).querySelectorAll("tbody tr")];
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      "Nov 9, 20263112.07275",
      "Nov 2, 2026not read43not read2.07275",
    ]);
  });

  it("says until when a week can be sent back, and when that is over", () => {
    expect(show([], { ...review, reviewEnds: 1_000 + 7_200 }).textContent).toContain("2 hours left");
    expect(show([], { ...review, reviewEnds: 900 }).textContent).toContain("The review is over");
  });

  it("says why a week is looked at longer, and which weeks it would close", () => {
    expect(show([], review, [2_966, 2_967]).textContent).not.toMatch(/longer than most|leaves out/);
    expect(show([], { ...review, active: 61 }).textContent).toContain("61 people were active");
    expect(show([], review, [2_964, 2_965, 2_966]).textContent).toMatch(/nobody can send these.*Oct 26.*and Nov 2/);
  });
});
