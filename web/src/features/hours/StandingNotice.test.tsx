// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { renderSaid } from "../../testing/renderSaid.tsx";
import { StandingNotice } from "./StandingNotice.tsx";

const textOf = (person: { left: boolean; suspended: boolean }) =>
  renderSaid(<StandingNotice person={person} town={{ name: "Willowmere" }} />).container.textContent;

describe("StandingNotice", () => {
  it("is silent for a member", () => {
    expect(textOf({ left: false, suspended: false })).toBe("");
  });

  it("says that somebody left, and that what they earned stays theirs", () => {
    expect(textOf({ left: true, suspended: false })).toContain("You are no member of Willowmere now");
  });

  it("says first that somebody is suspended", () => {
    expect(textOf({ left: true, suspended: true })).toContain("You are suspended");
  });
});
