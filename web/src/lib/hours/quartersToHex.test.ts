import { describe, expect, it } from "vitest";
import { quartersToHex } from "./quartersToHex.ts";

describe("quartersToHex", () => {
  it("writes two digits a member", () => {
    expect(quartersToHex(Uint8Array.of(0, 12, 255))).toBe("0x000cff");
    expect(quartersToHex(new Uint8Array())).toBe("0x");
  });
});
