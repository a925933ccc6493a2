import { describe, expect, it } from "vitest";
import { hasOwnCode } from "./hasOwnCode.ts";

const borrowed = `0xef0100${"a1".repeat(20)}`;

describe("hasOwnCode", () => {
  it.each([
    ["0x", false],
    ["0x6080", true],
    [borrowed, false],
    [borrowed.toUpperCase().replace("0X", "0x"), false],
    [`${borrowed}00`, true],
  ])("says of %s: %s", (code, expected) => {
    expect(hasOwnCode(code)).toBe(expected);
  });
});
