import { describe, expect, it } from "vitest";
import { bytesOf, digitsOf, hexOf, isSameAddress } from "./hex.ts";

const every = Uint8Array.from({ length: 256 }, (_, i) => i);

describe("hexadecimal digits", () => {
  it("are read as they were written, large or small, with 0x or without", () => {
    const digits = digitsOf(every);
    for (const written of [digits, `0x${digits}`, digits.toUpperCase()]) expect(bytesOf(written)).toEqual(every);
    expect(bytesOf("0x")).toEqual(new Uint8Array(0));
  });

  it("say numbers, filled up to so many bytes", () => {
    expect([hexOf(255), hexOf(2n ** 64n), hexOf(1, 4)]).toEqual(["0xff", "0x10000000000000000", "0x00000001"]);
  });

  it("are the same address however they are written", () => {
    expect(isSameAddress("0xAb", "0xaB")).toBe(true);
    expect(isSameAddress("0xAb", "0xAc")).toBe(false);
  });
});
