import { describe, expect, it } from "vitest";
import { keccak256 as ofViem } from "viem";
import { keccak256 } from "./keccak256.ts";

describe("keccak256", () => {
  it("is what viem's is, of every length around its blocks", () => {
    for (let length = 0; length < 420; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 167 + length * 31) & 255);
      expect(keccak256(bytes), `${length} bytes`).toEqual(ofViem(bytes, "bytes"));
    }
  });
});
