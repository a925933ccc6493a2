import { describe, expect, it } from "vitest";
import { NO_END } from "../rules/Benefits.ts";
import {
  batchesOf,
  type Benefit,
  fetchUntil,
  hasEnd,
  lastOfEach,
  readBenefitWords,
  reasonAgainst,
  unitsFor,
  weeksToFetch,
  writeBenefitWords,
} from "./benefits.ts";
import { weekEnd, weekStart } from "./weeks.ts";

const WEEK = 2_900;
const lunch: Benefit = {
  id: 3,
  town: 1,
  kind: "meal",
  perShift: true,
  units: 2,
  validWeeks: 2,
  lastWeekIndex: NO_END,
  words: null,
};
const asked = { benefit: 3, weekIndex: WEEK, number: 7, cumulativeUnits: 3 };
const known = { quarters: 24, had: 2, now: weekStart(WEEK + 1) };

describe("units of a benefit", () => {
  it("are for each whole shift, or once for an active week", () => {
    expect([11, 12, 23, 24, 255].map((quarters) => unitsFor(lunch, quarters))).toEqual([0, 2, 2, 4, 42]);
    expect([11, 12, 255].map((quarters) => unitsFor({ perShift: false, units: 3 }, quarters))).toEqual([0, 3, 3]);
  });
});

describe("weeks of which something can be fetched", () => {
  it("are as many as the benefit is valid for, and none that runs", () => {
    expect(weeksToFetch(lunch, weekStart(WEEK))).toEqual([WEEK - 2, WEEK - 1]);
    expect(weeksToFetch(lunch, weekEnd(WEEK) - 1)).toEqual([WEEK - 2, WEEK - 1]);
    expect(fetchUntil(lunch, WEEK - 1)).toBe(weekEnd(WEEK + 1));
  });

  it("end with the benefit's last week", () => {
    const ended = { ...lunch, lastWeekIndex: WEEK - 2 };
    expect(weeksToFetch(ended, weekStart(WEEK))).toEqual([WEEK - 2]);
    expect(weeksToFetch(ended, weekStart(WEEK + 1))).toEqual([]);
    expect([hasEnd(ended), hasEnd(lunch)]).toEqual([true, false]);
  });

  it("are none before there were weeks", () => {
    expect(weeksToFetch(lunch, 0)).toEqual([]);
  });
});

describe("what stands against a redemption", () => {
  it("is nothing when the contract would take it", () => {
    expect(reasonAgainst(lunch, asked, known)).toBeNull();
    expect(reasonAgainst(lunch, { ...asked, cumulativeUnits: 4 }, known)).toBeNull();
    expect(reasonAgainst(lunch, asked, { ...known, now: fetchUntil(lunch, WEEK) - 1 })).toBeNull();
  });

  it.each([
    ["the benefit ended before the week", { benefit: { lastWeekIndex: WEEK - 1 } }, "BenefitsEnded"],
    ["it is too late", { known: { now: fetchUntil(lunch, WEEK) } }, "BenefitsExpired"],
    ["the week has no timesheet", { known: { quarters: null } }, "BenefitsNotFinalised"],
    ["the member worked too little", { known: { quarters: 11 } }, "BenefitsNotActive"],
    ["as much was fetched already", { known: { had: 3 } }, "BenefitsRedeemedAlready"],
    ["more is asked for than the week gives", { asked: { cumulativeUnits: 5 } }, "BenefitsOverEntitlement"],
  ] as const)("is that %s", (_, change, name) => {
    const { benefit = {}, asked: other = {}, known: fact = {} } = change as Record<string, object>;
    expect(reasonAgainst({ ...lunch, ...benefit }, { ...asked, ...other }, { ...known, ...fact })?.name).toBe(name);
  });
});

describe("a day's redemptions", () => {
  const signature = `0x${"11".repeat(65)}` as const;

  it("are sent as the last of each, since it states all before", () => {
    const of = (number: number, cumulativeUnits: number) => ({ ...asked, number, cumulativeUnits });
    expect(lastOfEach([of(7, 2), of(8, 1), of(7, 1), of(7, 3)])).toEqual([of(8, 1), of(7, 3)]);
  });

  it("go together as far as a transaction has gas for them", () => {
    const keys = Array.from({ length: 300 }, () => ({ signature }));
    expect(batchesOf(keys).map(({ length }) => length)).toEqual([133, 133, 34]);
    const contracts = Array.from({ length: 45 }, () => ({ signature: `0x${"11".repeat(130)}` as const }));
    expect(batchesOf(contracts).map(({ length }) => length)).toEqual([20, 20, 5]);
    expect(batchesOf([])).toEqual([]);
  });
});

describe("what a steward writes of a benefit", () => {
  it("is read as it was written, without blanks around it", () => {
    const words = { title: " Lunch 100% ", place: "The hall, 4 Main St", times: "" };
    expect(readBenefitWords(writeBenefitWords(words))).toEqual({ title: "Lunch 100%", place: words.place, times: "" });
  });

  it("is nothing where it stands elsewhere, or is not what was promised", () => {
    const document = writeBenefitWords({ title: "Lunch", place: "Hall", times: "Noon" });
    expect(readBenefitWords({ ...document, uri: "ipfs://kitchen" })).toBeNull();
    expect(readBenefitWords({ ...document, uri: document.uri.replace("Hall", "Jail") })).toBeNull();
  });

  it("shows no hidden or turned letters", () => {
    const { uri, hash } = writeBenefitWords({ title: "Lu\u202enc\u200bh\n", place: "Hall", times: "Noon" });
    expect(readBenefitWords({ uri, hash })?.title).toBe("Lunch");
  });
});
