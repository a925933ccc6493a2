import { describe, expect, it } from "vitest";
import { compareWithPlan, type PaidProfit } from "./compareWithPlan.ts";
import type { Plan } from "./Plan.ts";
import { nameYearQuarter } from "./yearQuarters.ts";

const at = (moment: string) => Date.parse(`${moment}Z`) / 1000;
const forecast = (profit: bigint) => ({ income: profit, costs: 0n, profit });
const plan: Plan = {
  business: "Bakery",
  firstQuarter: 2027 * 4,
  accountsDueDays: 45,
  budget: [],
  forecast: [forecast(100n), forecast(200n), forecast(300n)],
};
const DUE = "2027-05-16T00:00:00";
const LAST_SECOND = "2027-05-15T23:59:59";

const paid = (change: Partial<PaidProfit>): PaidProfit => ({
  period: "2027-Q1",
  profit: 90n,
  at: at("2027-04-10T00:00:00"),
  isByBusiness: true,
  ...change,
});
type Story = { profits?: PaidProfit[]; from?: string | null; until?: string };

function rowsAt(now: string, { profits = [], from = "2027-01-20T00:00:00", until }: Story = {}) {
  const atWork = { from: from === null ? null : at(from), until: until === undefined ? null : at(until) };
  return compareWithPlan(plan, { profits, atWork }, at(now));
}
const statesAt = (now: string, story?: Story) => rowsAt(now, story).map(({ accounts }) => accounts);

describe("compareWithPlan", () => {
  it("follows a quarter from ahead to overdue", () => {
    expect(statesAt("2027-01-21T00:00:00")).toEqual(["running", "ahead", "ahead"]);
    expect(statesAt("2027-03-31T23:59:59")).toEqual(["running", "ahead", "ahead"]);
    expect(statesAt("2027-04-01T00:00:00")).toEqual(["toCome", "running", "ahead"]);
    expect(statesAt(LAST_SECOND)).toEqual(["toCome", "running", "ahead"]);
    expect(statesAt(DUE)).toEqual(["overdue", "running", "ahead"]);
  });

  it("takes accounts that come in the last second as in time, and a second later as late", () => {
    const stateWhenGiven = (moment: string) =>
      statesAt("2027-06-01T00:00:00", { profits: [paid({ at: at(moment) })] })[0];

    expect(stateWhenGiven(LAST_SECOND)).toBe("onTime");
    expect(stateWhenGiven(DUE)).toBe("late");
  });

  it("goes by the first of several", () => {
    const profits = [paid({ at: at(DUE) }), paid({ at: at(LAST_SECOND) })];
    expect(statesAt("2027-06-01T00:00:00", { profits })[0]).toBe("onTime");
  });

  it.each([
    ["came before the quarter had ended", { at: at("2027-03-31T23:59:59") }],
    ["name no quarter", { period: "Four weeks to 10 April" }],
    ["name another quarter", { period: "2027-Q2" }],
    ["come from somebody else", { isByBusiness: false }],
  ])("does not take accounts that %s", (_, change) => {
    expect(statesAt(DUE, { profits: [paid(change)] })[0]).toBe("overdue");
  });

  it("takes accounts that came with the quarter's end", () => {
    expect(statesAt(DUE, { profits: [paid({ at: at("2027-04-01T00:00:00") })] })[0]).toBe("onTime");
  });

  it("asks for no accounts of quarters in which the business was not at work", () => {
    expect(statesAt("2027-12-01T00:00:00", { from: null })).toEqual(Array(4).fill("notAtWork"));
    expect(statesAt("2027-12-01T00:00:00", { from: "2027-04-01T00:00:00" }).slice(0, 2)).toEqual([
      "notAtWork",
      "overdue",
    ]);
    const closed = { until: "2027-07-01T00:00:00" };
    expect(statesAt("2027-12-01T00:00:00", closed)).toEqual(["overdue", "overdue", "notAtWork"]);
  });

  it("goes on asking after the forecast has ended", () => {
    const rows = rowsAt("2028-05-16T00:00:00");

    expect(rows.map(({ yearQuarter }) => nameYearQuarter(yearQuarter)).slice(-3)).toEqual([
      "2027-Q4",
      "2028-Q1",
      "2028-Q2",
    ]);
    expect(rows.map(({ accounts }) => accounts)).toEqual([...Array(5).fill("overdue"), "running"]);
    expect(rows.map((row) => row.forecast?.profit ?? null)).toEqual([100n, 200n, 300n, null, null, null]);
  });

  it("counts a profit for the quarter it names, or else for the one in which it came", () => {
    const profits = [
      paid({ profit: 1n }),
      paid({ profit: 20n, period: "April" }),
      paid({ profit: 300n, period: "2027-Q2: first half", isByBusiness: false }),
      paid({ profit: 4_000n, period: "2020-Q1" }),
    ];
    expect(rowsAt(DUE, { profits }).map(({ paidIn }) => paidIn)).toEqual([1n, 320n, 0n]);
  });

  it("is bounded, however long ago a plan begins", () => {
    const old = { ...plan, firstQuarter: 2000 * 4 };
    expect(compareWithPlan(old, { profits: [], atWork: { from: 0, until: null } }, at(DUE))).toHaveLength(80);
  });
});
