import { describe, expect, it } from "vitest";
import { eventAbis, type Teller } from "@one-small-town/core/receipt/decodeLogs.ts";
import { i18n } from "../i18n.ts";
import { eventSentences } from "./eventSentences.ts";
import { sampleEvents } from "../../testing/sampleEvents.ts";

const tellers = Object.keys(eventAbis) as Teller[];
const generated = Object.keys(import.meta.glob("../../../../core/abis/*Events.ts"));

describe("eventSentences", () => {
  it("knows every contract that has events", () => {
    const known = new Set(Object.values<unknown>(eventAbis));
    expect(known.size).toBe(generated.length);
    expect(Object.keys(eventSentences).sort()).toEqual([...tellers].sort());
  });

  it.each(tellers)("has a sentence for each event of %s, whatever it carries", (teller) => {
    const samples = sampleEvents(teller);
    expect(samples.filter(({ said }) => said.length < 2).map(({ name }) => name)).toEqual([]);
    for (const { said } of samples)
      for (const words of said) {
        const text = i18n._(words);
        expect(text).toMatch(/[.]$/);
        expect(text).not.toMatch(/undefined|NaN|\[object|\{\d|Invalid Date|0x[0-9a-f]{8}/);
      }
  });
});
