import { describe, expect, it } from "vitest";
import { bakeryFigures } from "../../testing/examplePlan.ts";
import { checkSchema, type Schema } from "./checkSchema.ts";
import schema from "./plan.schema.json" with { type: "json" };

/** Every keyword that the check obeys, and those that only explain. */
const OBEYED = ["type", "required", "additionalProperties", "properties", "items", "pattern"];
const BOUNDS = ["minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum"];
const EXPLAINING = ["$schema", "title", "description", "examples"];

const changed = (change: object) => checkSchema({ ...bakeryFigures, ...change }, schema as Schema);
const quarter = (change: object) => changed({ forecast: [{ ...bakeryFigures.forecast[0], ...change }] });

describe("the schema of plans", () => {
  it("uses no keyword that the check would overlook", () => {
    const known = new Set([...OBEYED, ...BOUNDS, ...EXPLAINING]);
    expect(keywordsOf(schema as Schema).filter((keyword) => !known.has(keyword))).toEqual([]);
  });

  it("forbids fields that it does not name, in every group", () => {
    for (const group of groupsOf(schema as Schema)) expect(group.additionalProperties).toBe(false);
  });
});

describe("checkSchema", () => {
  it("finds nothing wrong with a plan as it should be", () => {
    expect(checkSchema(bakeryFigures, schema as Schema)).toEqual([]);
  });

  it.each([
    ["no group of fields", [], { kind: "notFields", at: "", wanted: "" }],
    ["null", null, { kind: "notFields", at: "", wanted: "" }],
  ])("refuses %s", (_, value, fault) => {
    expect(checkSchema(value, schema as Schema)).toEqual([fault]);
  });

  it.each([
    [{ version: 2 }, { kind: "tooLarge", at: "version", wanted: "1" }],
    [{ version: "1" }, { kind: "notWhole", at: "version", wanted: "" }],
    [{ business: " " }, { kind: "tooShort", at: "business", wanted: "" }],
    [{ business: "x".repeat(81) }, { kind: "tooLong", at: "business", wanted: "80" }],
    [{ currency: "TUSD" }, { kind: "notFields", at: "currency", wanted: "" }],
    [{ firstQuarter: "2027-Q5" }, { kind: "notLike", at: "firstQuarter", wanted: "2027-Q1" }],
    [{ accountsDueDays: 0 }, { kind: "tooSmall", at: "accountsDueDays", wanted: "1" }],
    [{ accountsDueDays: 120.5 }, { kind: "notWhole", at: "accountsDueDays", wanted: "" }],
    [{ accountsDueDays: 121 }, { kind: "tooLarge", at: "accountsDueDays", wanted: "120" }],
    [{ forecast: [] }, { kind: "tooFew", at: "forecast", wanted: "1" }],
    [{ forecast: {} }, { kind: "notList", at: "forecast", wanted: "" }],
    [{ forecast: Array.from({ length: 41 }, () => ({})) }, { kind: "tooMany", at: "forecast", wanted: "40" }],
    [{ more: 1 }, { kind: "unknown", at: "more", wanted: "" }],
  ])("says what is wrong with %j", (change, fault) => {
    expect(changed(change)).toEqual([fault]);
  });

  it("names the place in a list, counted from 1", () => {
    expect(quarter({ income: 12 })).toEqual([{ kind: "notText", at: "forecast › 1 › income", wanted: "" }]);
    expect(quarter({ income: "-12" })).toEqual([{ kind: "notLike", at: "forecast › 1 › income", wanted: "12500.00" }]);
    expect(quarter({ profit: "1,5" })).toEqual([{ kind: "notLike", at: "forecast › 1 › profit", wanted: "3500.00" }]);
  });

  it("names each missing field", () => {
    const { budget: _, ...rest } = bakeryFigures;
    expect(checkSchema(rest, schema as Schema)).toEqual([{ kind: "missing", at: "budget", wanted: "" }]);
  });
});

function partsOf({ properties = {}, items }: Schema): Schema[] {
  return [...Object.values(properties), ...(items === undefined ? [] : [items])];
}

function keywordsOf(part: Schema): string[] {
  return [...Object.keys(part), ...partsOf(part).flatMap(keywordsOf)];
}

function groupsOf(part: Schema): Schema[] {
  return [...(part.type === "object" ? [part] : []), ...partsOf(part).flatMap(groupsOf)];
}
