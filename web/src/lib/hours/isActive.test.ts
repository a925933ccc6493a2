import { describe, expect, it } from "vitest";
import { isActive } from "./isActive.ts";

describe("isActive", () => {
  it("begins at 3 hours", () => {
    expect([0, 11, 12, 255].map(isActive)).toEqual([false, false, true, true]);
  });
});
