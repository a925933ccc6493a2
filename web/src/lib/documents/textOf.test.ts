import { describe, expect, it } from "vitest";
import { textOf } from "./textOf.ts";

describe("textOf", () => {
  it("reads words of any language, with tabs and ends of lines", () => {
    const words = "Brød\tund\r\nخبز\n";
    expect(textOf(new TextEncoder().encode(words))).toBe(words);
  });

  it.each([
    ["a NUL", [65, 0]],
    ["an escape", [27, 91]],
    ["half a letter", [0xc3]],
    ["what cannot be UTF-8", [0xff, 0xfe]],
  ])("reads nothing that has %s", (_, bytes) => {
    expect(textOf(Uint8Array.from(bytes))).toBeNull();
  });
});
