import { describe, expect, it } from "vitest";
import { allErrors } from "@one-small-town/core/abis/allErrors.ts";
import { i18n } from "../i18n.ts";
import { errorSentences } from "./errorSentences.ts";
import { sampleSentences } from "../../testing/sampleSentences.ts";

const names = allErrors.map(({ name }) => name);

describe("errorSentences", () => {
  it("has a sentence for each error of each contract, and for no other", () => {
    expect(Object.keys(errorSentences).sort()).toEqual([...new Set(names)].sort());
  });

  it.each(names)("says %s with its values, whatever they are", (name) => {
    const said = sampleSentences(name).map((words) => i18n._(words));
    expect(said.length).toBeGreaterThan(0);
    for (const text of said) {
      expect(text).toMatch(/[.”]$/);
      expect(text).not.toMatch(/undefined|NaN|\[object|\{\d|Invalid Date|0x[0-9a-f]{8}/);
    }
  });

  it("tells the steps of a sale apart", () => {
    const texts = sampleSentences("ShareOfferingNotInPhase").map((words) => i18n._(words));
    expect(texts.some((text) => text.startsWith("Only people who live in the town can buy now."))).toBe(true);
    expect(texts.some((text) => text.startsWith("The town office does not know your wallet"))).toBe(true);
    expect(texts.some((text) => text.startsWith("Only people of the country can buy now."))).toBe(true);
  });
});
