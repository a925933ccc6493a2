import { describe, expect, it } from "vitest";
import { SHIFT } from "../rules/Timesheet.ts";
import { type SpendingCase, spendingVoice } from "./spendingVoice.ts";

const NOW = 1_000;

function voiceOf(change: Partial<SpendingCase>, now = NOW) {
  const usual: SpendingCase = { payableFrom: NOW + 1, isAsked: true, quarters: SHIFT, hasObjected: false };
  return spendingVoice(Object.assign(usual, change), now);
}

describe("spendingVoice", () => {
  it("is open to an elector until the payment can be made", () => {
    expect(voiceOf({})).toBe("open");
    expect(voiceOf({}, NOW + 1)).toBe("over");
  });

  it("says what stands in the way", () => {
    expect(voiceOf({ payableFrom: null })).toBe("waits");
    expect(voiceOf({ isAsked: false })).toBe("notAsked");
    expect(voiceOf({ quarters: SHIFT - 1 })).toBe("notElector");
    expect(voiceOf({ hasObjected: true })).toBe("objected");
    expect(voiceOf({ hasObjected: true }, NOW + 1)).toBe("objected");
  });
});
