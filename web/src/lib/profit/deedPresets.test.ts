import { describe, expect, it } from "vitest";
import { checkDeed } from "./checkDeed.ts";
import { deedPresets } from "./deedPresets.ts";

describe("deedPresets", () => {
  it.each(Object.entries(deedPresets))("are lawful: %s", (_, deed) => {
    expect(checkDeed(deed, "community")).toBeUndefined();
  });
});
