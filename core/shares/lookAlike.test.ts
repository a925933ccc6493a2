import { describe, expect, it } from "vitest";
import { lookAlikes, lookOf } from "./lookAlike.ts";

describe("lookOf", () => {
  it.each([
    ["Willowmere Bakery", "Willowmere Вakeгy"], // two Cyrillic letters
    ["Solar Club", "Solar CIub"], // a large i
    ["Willowmere Bakery", "Willowrnere Bakery"],
    ["Willowmere Bakery", "Willowmere-Bakery."],
    ["Willowmere Bakery", "Ｗｉｌｌｏｗｍｅｒｅ Ｂａｋｅｒｙ"],
    ["Willowmere Bakery", "𝐖illowmere Bäkéry"],
    ["Solar 100", "Solar IOO"],
    ["BREAD", "ΒRΕΑD"], // Greek
    ["Café", "CAFÉ"],
  ])("finds that %s looks like %s", (one, other) => {
    expect(lookOf(one)).toBe(lookOf(other));
  });

  it.each([
    ["Willowmere Bakery", "Willowmere Dairy"],
    ["Bakery 1", "Bakery 2"],
    ["Хлеб", "Молоко"],
    ["面包店", "面包坊"],
  ])("tells %s from %s", (one, other) => {
    expect(lookOf(one)).not.toBe(lookOf(other));
  });
});

describe("lookAlikes", () => {
  const shares = [
    { business: 1n, name: "Willowmere Bakery", symbol: "BREAD" },
    { business: 1n, name: "Willowmere Bakery", symbol: "BREAD" }, // a second sale of it
    { business: 2n, name: "Willowrnere Bakery", symbol: "LOAF" },
    { business: 3n, name: "Bread", symbol: "BR3" },
    { business: 4n, name: "✨", symbol: "—" },
    { business: 5n, name: "⭐", symbol: "!" },
  ];
  const [bakery, , twin, named, star] = shares;

  it("names other businesses by name and by symbol, and never the business itself", () => {
    expect(bakery && lookAlikes(shares)(bakery).map(({ business }) => business)).toEqual([2n, 3n]);
    expect(twin && lookAlikes(shares)(twin).map(({ business }) => business)).toEqual([1n, 1n]);
    expect(named && lookAlikes(shares)(named).map(({ business }) => business)).toEqual([1n, 1n]);
  });

  it("takes no two names without letters for one", () => {
    expect(star && lookAlikes(shares)(star)).toEqual([]);
  });
});
