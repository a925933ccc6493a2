import { describe, expect, it } from "vitest";
import { plainText, readId } from "./text.ts";

describe("plainText", () => {
  it("keeps words of any script, and lines", () => {
    expect(plainText("Café ಬೇಕರಿ 面包店 👩🏽‍🌾\nمخبز")).toBe("Café ಬೇಕರಿ 面包店 👩🏽‍🌾\nمخبز");
  });

  it("drops what turns or hides what stands beside it", () => {
    expect(plainText("\u202eBakery\u202c \u2067for\u2069 \u200b00.1\u0000\u0007 DSU\ufeff")).toBe(
      "Bakery for 00.1 DSU",
    );
  });

  it("cuts off what is too long", () => {
    expect(plainText("é".repeat(100))).toBe("é".repeat(100));
    expect(plainText("👍".repeat(101))).toBe(`${"👍".repeat(100)}…`);
    expect(plainText("a".repeat(1_000_000), 3)).toBe("aaa…");
  });
});

it.each([
  ["1", 1n],
  ["4294967297", 4_294_967_297n],
  ["0", 0n],
  ["01", 0n],
  ["-1", 0n],
  ["1.5", 0n],
  ["0x1", 0n],
  ["", 0n],
  ["1".repeat(30), 0n],
])("reads %j as %d", (text, id) => {
  expect(readId(text)).toBe(id);
});
