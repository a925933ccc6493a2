import { describe, expect, it } from "vitest";
import { weekEnd } from "./weekEnd.ts";

describe("weekEnd", () => {
  it("is the next Monday 00:00 UTC", () => {
    expect(new Date(weekEnd(2981) * 1000).toUTCString()).toBe("Mon, 01 Mar 2027 00:00:00 GMT");
  });
});
