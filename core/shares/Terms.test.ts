import { describe, expect, it } from "vitest";
import { endsOf, trancheAmounts } from "./Terms.ts";

const sale = { opens: 1000, localLasts: 30, countryLasts: 20, worldLasts: 10 };

describe("endsOf", () => {
  it("lets each phase follow the one before", () => {
    expect(endsOf(sale)).toEqual({ localEnds: 1030, countryEnds: 1050, worldEnds: 1060 });
  });

  it.each([
    ["country", { countryLasts: 0 }, { localEnds: 1030, countryEnds: 0, worldEnds: 1040 }],
    ["world", { worldLasts: 0 }, { localEnds: 1030, countryEnds: 1050, worldEnds: 0 }],
    ["country and world", { countryLasts: 0, worldLasts: 0 }, { localEnds: 1030, countryEnds: 0, worldEnds: 0 }],
  ])("says 0 without a phase for the %s", (_, absent, ends) => {
    expect(endsOf({ ...sale, ...absent })).toEqual(ends);
  });
});

describe("trancheAmounts", () => {
  it("rounds down, and gives the last part the rest", () => {
    expect(trancheAmounts(1_001n, [3_333, 3_333, 3_334])).toEqual([333n, 333n, 335n]);
  });

  it("gives a single part everything", () => {
    expect(trancheAmounts(7n, [10_000])).toEqual([7n]);
  });
});
