import { describe, expect, it } from "vitest";
import { hasVoted } from "./hasVoted.ts";

describe("hasVoted", () => {
  it.each([
    [0, 0, false],
    [1, 0, true],
    [0, 1, true],
    [2, 2, true],
  ])("with %i shares against a release and %i for winding up is %s", (objecting, windingUp, voted) => {
    expect(hasVoted({ objecting, windingUp })).toBe(voted);
  });
});
