// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../../testing/renderSaid.tsx";
import type { Offering } from "../../../chain/shares/offeringQuery.ts";
import { anOffering } from "../../../testing/anOffering.ts";
import { PhaseTrack } from "./PhaseTrack.tsx";

const HOUR = 3_600;

function stopsOf(change: Partial<Offering>, now: number): string[] {
  const { getAllByRole } = renderSaid(<PhaseTrack offering={{ ...anOffering, ...change }} now={now} />);
  return getAllByRole("listitem").map((item) => item.textContent);
}

describe("PhaseTrack", () => {
  it("counts down to the opening", () => {
    expect(stopsOf({}, anOffering.opens - 2 * HOUR)[0]).toContain("Opens in 2 hours");
  });

  it("counts down to the end of the phase that runs, and marks it as the current step", () => {
    const stops = stopsOf({}, anOffering.localEnds - 25 * HOUR);
    expect(stops[0]).toContain("Ends in 1 day, 1 hour");
    expect(stops[1]).toMatch(/from .*2026/);
    expect(document.querySelectorAll('[aria-current="step"]')).toHaveLength(1);
  });

  it("says that a phase is over, and that another was left out", () => {
    const stops = stopsOf({ phase: "country", worldEnds: 0 }, anOffering.localEnds + HOUR);
    expect(stops[0]).toContain("over");
    expect(stops[2]).toContain("left out");
  });

  it("says that the phases after the one that reached the goal were not needed", () => {
    const stops = stopsOf({ phase: "settled", scope: "local" }, anOffering.worldEnds + HOUR);
    expect(stops[0]).toContain("over");
    expect(stops[1]).toContain("not needed");
    expect(stops[2]).toContain("not needed");
  });

  it("shows all phases of a sale that failed as over", () => {
    for (const stop of stopsOf({ phase: "failed" }, anOffering.worldEnds + HOUR)) expect(stop).toContain("over");
  });
});
