import { parse } from "papaparse";
import { describe, expect, it } from "vitest";
import { toCsv } from "./toCsv.ts";

describe("toCsv", () => {
  it("ends each row as RFC 4180 has it, and writes numbers as they are", () => {
    expect(
      toCsv([
        ["a", "b"],
        [1, -2n],
      ]),
    ).toBe("a,b\r\n1,-2\r\n");
  });

  it("is read back by others, whatever stands in it", () => {
    const rows = [["a, b", 'the "best"', "two\r\nlines", "", " spaces ", "ünï"]];
    expect(parse(toCsv(rows).trimEnd(), { delimiter: "," }).data).toEqual(rows);
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])(
    "makes no formula of words from strangers: %j",
    (text) => {
      const [row] = parse<string[]>(toCsv([[text]]).trimEnd(), { delimiter: "," }).data;
      expect(row?.[0]).toBe(`'${text}`);
    },
  );
});
