// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../testing/renderSaid.tsx";
import { earningsOf } from "@one-small-town/core/hours/earnings.ts";
import { WeekRow } from "./WeekRow.tsx";

const dollar = { address: "0x00000000000000000000000000000000000000d1", symbol: "TUSD", decimals: 6 } as const;
const town = { id: 1, name: "Willowmere", country: 710, currency: dollar };
const figures = { index: 4, weekIndex: 2_965, active: 43, cashPerActive: 2_072_750n };
const row = (quarters: number, more: Partial<typeof figures> = {}, isClaimed = false) =>
  renderSaid(<WeekRow town={town} week={earningsOf({ ...figures, ...more }, quarters)} isClaimed={isClaimed} isOpen />);

describe("WeekRow", () => {
  it("shows the working with the person's own numbers", () => {
    const { container } = row(29);

    expect(container.textContent).toContain("7.25 hours ÷ 3 = 2 shifts = 2 INFINITY");
    expect(container.textContent).toContain("1.25 hours do not count");
    expect(container.textContent).toContain("89.12825 TUSD ÷ 43 active members = 2.07275 TUSD for each");
    expect(container.textContent).toContain("to claim");
  });

  it("says which week is claimed", () => {
    expect(row(12, {}, true).container.textContent).toContain("claimed");
  });

  it("says why a short week brings nothing", () => {
    const { container } = row(11);

    expect(container.textContent).toContain("2.75 hours are less than 3");
    expect(container.textContent).not.toContain("to claim");
  });

  it("says what to do about a week without hours", () => {
    expect(row(0).container.textContent).toContain("tell the coordinator");
  });

  it("says when there was no cash", () => {
    expect(row(12, { cashPerActive: 0n }).container.textContent).toContain("There was no cash");
  });
});
