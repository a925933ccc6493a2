import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bakeryFigures, planWith } from "../../testing/examplePlan.ts";
import { readPlan } from "./readPlan.ts";

const dollar = { symbol: "TUSD", decimals: 6 };
const faultOf = (text: string, currency = dollar) => {
  const reading = readPlan(text, currency);
  return "faults" in reading ? reading.faults : [];
};
const forecastWith = (change: object) => planWith({ forecast: [{ ...bakeryFigures.forecast[1], ...change }] });

describe("readPlan", () => {
  it("reads the figures within a plan's text, exactly", () => {
    expect(readPlan(planWith({}), dollar)).toEqual({
      plan: {
        business: "Bakery",
        firstQuarter: 2027 * 4,
        accountsDueDays: 45,
        forecast: [
          { income: 9_000_000_000n, costs: 9_500_500_000n, profit: -500_500_000n },
          { income: 12_500_000_000n, costs: 9_000_000_000n, profit: 3_500_000_000n },
        ],
        budget: [
          { what: "Oven", amount: 1_500_000_000n, tranche: 1 },
          { what: "Lease", amount: 500_000_000n, tranche: 2 },
        ],
      },
    });
  });

  it("reads the example that people are shown", () => {
    const page = readFileSync(new URL("../../../docs/plans.md", import.meta.url), "utf8");
    expect(readPlan(page, { symbol: "USDC", decimals: 6 })).toMatchObject({ plan: { accountsDueDays: 45 } });
  });

  it("reads lines that end as Windows ends them", () => {
    expect(faultOf(planWith({}).replaceAll("\n", "\r\n"))).toEqual([]);
  });

  it("says that there are no figures, or that it cannot know which", () => {
    expect(faultOf("We bake bread.")).toEqual([{ kind: "noPart", at: "", wanted: "" }]);
    expect(faultOf("the words ```json {} ``` in a line")).toEqual([{ kind: "noPart", at: "", wanted: "" }]);
    expect(faultOf(planWith({}) + planWith({}))).toEqual([{ kind: "manyParts", at: "", wanted: "1" }]);
  });

  it("says what the figures lack to be JSON", () => {
    expect(faultOf("```json\n{,}\n```\n")).toMatchObject([{ kind: "notJson", wanted: expect.stringMatching(/JSON/) }]);
  });

  it("passes on what the schema says", () => {
    expect(faultOf(planWith({ version: 2 }))).toMatchObject([{ kind: "tooLarge", at: "version" }]);
  });

  it("refuses a plan in another currency than the town's", () => {
    const other = { kind: "otherCurrency", at: "currency" };
    expect(faultOf(planWith({}), { symbol: "EURX", decimals: 6 })).toEqual([{ ...other, wanted: "EURX, 6" }]);
    expect(faultOf(planWith({}), { symbol: "TUSD", decimals: 18 })).toEqual([{ ...other, wanted: "TUSD, 18" }]);
  });

  it("refuses amounts finer than the currency", () => {
    const change = { income: "12500.0000001" };
    expect(faultOf(forecastWith(change))).toEqual([{ kind: "decimals", at: "forecast › 1 › income", wanted: "6" }]);
    const budget = [{ what: "Oven", amount: "0.0000001", tranche: 1 }];
    expect(faultOf(planWith({ budget }))).toEqual([{ kind: "decimals", at: "budget › 1 › amount", wanted: "6" }]);
  });

  it("refuses a profit that is not income less costs, by one unit too", () => {
    const fault = [{ kind: "notProfit", at: "forecast › 1 › profit", wanted: "" }];
    expect(faultOf(forecastWith({ profit: "3500.000001" }))).toEqual(fault);
    expect(faultOf(forecastWith({ profit: "-3500.00" }))).toEqual(fault);
    expect(faultOf(forecastWith({ profit: "3500" }))).toEqual([]);
  });

  it("takes marks that turn words around out of what strangers wrote", () => {
    const reading = readPlan(planWith({ business: "Bak\u202eery" }), dollar);
    expect("plan" in reading && reading.plan.business).toBe("Bakery");
  });
});
