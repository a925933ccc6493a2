import { describe, expect, it } from "vitest";
import { type Idea, timesUsed, writeIdea } from "./Idea.ts";
import { readProjectMetadata } from "./ProjectMetadata.ts";
import { sectors } from "./sectors.ts";

const EMPTY: Idea = {
  title: "",
  sector: "",
  about: "",
  goal: "",
  budget: "",
  size: "",
  horizon: "",
  made: "",
  used: "",
  closedBecause: "",
};

function writtenAndRead(idea: Partial<Idea>) {
  const document = writeIdea(Object.assign({}, EMPTY, idea));
  return document === null ? null : readProjectMetadata(document.uri, document.hash);
}

describe("writeIdea", () => {
  it("writes what a page reads, without what is empty", () => {
    const idea = { title: " Dairy ", about: "Milk,\n100 % ours", made: "900 litres", closedBecause: "Debts" };
    expect(writtenAndRead(idea)).toEqual({
      title: "Dairy",
      about: "Milk,\n100 % ours",
      "Made in a year": "900 litres",
      "Closed once, because": "Debts",
    });
  });

  it.each(["", "   ", "\u202e\u200b", "\ud800"])("writes nothing without a title: %j", (title) => {
    expect(writtenAndRead({ title, about: "Milk" })).toBeNull();
  });

  it("writes hostile words harmlessly, and fits their mark", () => {
    const read = writtenAndRead({ title: '\u202e"},{"title":"x', goal: "\ud83d half", about: "a".repeat(9_000) });
    expect(read?.title).toBe('"},{"title":"x');
    expect(read?.goal).toBe("\ufffd half");
    expect(read?.about?.length).toBeLessThanOrEqual(601);
  });
});

describe("timesUsed", () => {
  it.each([
    ["900 loaves", "300 loaves", 3],
    ["900", "450 loaves a year", 2],
    ["0", "300", 0],
    ["900", "0", null],
    ["many", "300", null],
    ["1,000", "300", null],
    ["1 000", "300", null],
    ["1.5", "1", null],
    ["9999999999999", "1", null],
    ["-5", "1", null],
    ["", "", null],
  ])("of %j made and %j used is %j", (made, used, times) => {
    expect(timesUsed({ made, used })).toBe(times);
  });
});

it("knows eighteen fields of work and four more", () => {
  expect(new Set(sectors).size).toBe(22);
});
