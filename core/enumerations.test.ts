import { describe, expect, it } from "vitest";
import { decode, encode } from "./enumerations.ts";

const kinds = ["meal", "parcel", "other"] as const;

describe("decode", () => {
  it("names a value", () => {
    expect([0, 2n].map((value) => decode(kinds, value))).toEqual(["meal", "other"]);
  });

  it.each([3, 3n, -1, 0.5, Number.NaN, undefined])("never takes %s for the first", (value) => {
    expect(() => decode(kinds, value)).toThrow(`${value} is none of the numbers of meal, parcel, other`);
  });
});

describe("encode", () => {
  it("is the other way round", () => {
    expect(kinds.map((kind) => decode(kinds, encode(kinds, kind)))).toEqual(kinds);
  });
});
