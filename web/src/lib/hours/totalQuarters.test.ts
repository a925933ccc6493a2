import { describe, expect, it } from "vitest";
import { totalQuarters } from "./totalQuarters.ts";

describe("totalQuarters", () => {
  it("adds beyond what one byte holds", () => {
    expect(totalQuarters(Uint8Array.from([255, 255, 0, 12]))).toBe(522);
  });

  it("is 0 for an empty timesheet", () => {
    expect(totalQuarters(new Uint8Array())).toBe(0);
  });
});
