// @vitest-environment jsdom
import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../testing/renderSaid.tsx";
import { StageTrack } from "./StageTrack.tsx";

describe("StageTrack", () => {
  it("marks where a project is among five steps, and says what that means", () => {
    const { container } = renderSaid(<StageTrack stage="funding" />);

    const steps = screen.getAllByRole("listitem");
    expect(steps.map(({ textContent }) => textContent)).toEqual([
      ...["Idea, done", "Planned, done", "Funding, now", "At work", "Closed"],
    ]);
    expect(steps.map((step) => step.getAttribute("aria-current"))).toEqual([null, null, "step", null, null]);
    expect(container.textContent).toContain("It raises money now, by selling shares.");
  });
});
