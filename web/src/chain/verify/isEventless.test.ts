import { exampleBooks } from "@one-small-town/core/testing/exampleBooks.ts";
import { describe, expect, it } from "vitest";
import { isEventless } from "./isEventless.ts";

const startBlock = 1;
const nothing = { roles: [], towns: [], members: [], hours: [], sales: [] };

describe("isEventless", () => {
  it("is a past without any event", () => {
    expect(isEventless({ ...exampleBooks(), ...nothing }, { startBlock })).toBe(true);
  });

  it.each(["roles", "towns", "members", "hours", "sales"] as const)("is not one with events of %s", (word) => {
    expect(isEventless({ ...exampleBooks(), ...nothing, [word]: [{}] }, { startBlock })).toBe(false);
  });

  it("is not one of which a part could not be read, nor what was before the contracts", () => {
    expect(isEventless({ ...exampleBooks(), ...nothing, towns: null }, { startBlock })).toBe(false);
    expect(isEventless({ ...exampleBooks(), ...nothing }, { startBlock: 1_000_000 })).toBe(false);
  });
});
