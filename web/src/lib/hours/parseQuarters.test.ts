import { describe, expect, it } from "vitest";
import { parseQuarters } from "./parseQuarters.ts";

describe("parseQuarters", () => {
  it.each([
    ["3", 12],
    ["03", 12],
    ["3.00", 12],
    ["3,5", 14],
    ["2.25", 9],
    ["2,7500000", 11],
    ["0.25", 1],
    ["2:45", 11],
    ["0:15", 1],
    ["02:00", 8],
    ["63.75", 255],
    ["64", 256],
  ])("reads %s as %i quarters", (text, quarters) => {
    expect(parseQuarters(text)).toBe(quarters);
  });

  it("reads every quarter of a byte in every way of writing it", () => {
    for (let quarters = 1; quarters <= 255; quarters++) {
      const clock = `${Math.floor(quarters / 4)}:${String((quarters % 4) * 15).padStart(2, "0")}`;
      const fixed = (quarters / 4).toFixed(2);

      expect([clock, fixed, fixed.replace(".", ","), String(quarters / 4)].map(parseQuarters)).toEqual(
        Array(4).fill(quarters),
      );
    }
  });

  it.each(["1.1", "0.1", "0,01", "2.2500001", "2:10", "0:01", "1.333"])("finds no quarters in %s", (text) => {
    expect(parseQuarters(text)).toBe("notAQuarter");
  });

  it.each(
    ["", "0", "0.00", "0:00", "-3", "−3", "+3", "three", "3 h", "1e1", "0x3", "٣", "３", "NaN", "Infinity"].concat([
      ".5",
      "3.",
      "1.2.3",
      "1 000",
      "1,000.00",
      "2:5",
      "2:75",
      "2:450",
      ":45",
      "2:45:00",
      "2.5:00",
      "½",
    ]),
  )("refuses %j", (text) => {
    expect(parseQuarters(text)).toBe("badHours");
  });
});
