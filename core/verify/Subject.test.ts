import { describe, expect, it } from "vitest";
import { exampleBooks } from "../testing/exampleBooks.ts";
import { subjectsOf } from "./Subject.ts";

const business = (1n << 32n) | 1n;

describe("subjectsOf", () => {
  it("names each town, and below it each business that sold shares, once", () => {
    expect(subjectsOf(exampleBooks(), null)).toEqual([
      { name: "Willow", town: 1, business: null },
      { name: "Bakery", town: 1, business },
      { name: "Reed", town: 2, business: null },
    ]);
  });

  it("names those of one town, and nobody where that town is not", () => {
    expect(subjectsOf(exampleBooks(), 2)).toEqual([{ name: "Reed", town: 2, business: null }]);
    expect(subjectsOf(exampleBooks(), 9)).toEqual([]);
  });

  it("names the towns where the sales could not be read", () => {
    expect(subjectsOf({ ...exampleBooks(), sales: null }, 1)).toEqual([{ name: "Willow", town: 1, business: null }]);
  });
});
