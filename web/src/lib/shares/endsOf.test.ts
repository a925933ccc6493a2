import { describe, expect, it } from "vitest";
import { endsOf } from "./endsOf.ts";

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
