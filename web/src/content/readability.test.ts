import type { MessageDescriptor } from "@lingui/core";
import { allErrors } from "@one-small-town/core/abis/allErrors.ts";
import { eventAbis, type Teller } from "@one-small-town/core/receipt/decodeLogs.ts";
import { describe, expect, it } from "vitest";
import { countSyllables } from "../testing/readability/countSyllables.ts";
import { gradeOf, sentencesOf, wordsOf } from "../testing/readability/gradeOf.ts";
import { messagesIn } from "../testing/readability/messagesIn.ts";
import { sampleEvents } from "../testing/sampleEvents.ts";
import { sampleSentences } from "../testing/sampleSentences.ts";
import { describeError } from "./errors/describeError.ts";
import { sayPanic } from "./errors/describeRevert.ts";
import { currencyReasons, sayReason } from "./errors/sayReason.ts";
import { refusal, troubles } from "./errors/troubles.ts";
import { i18n } from "./i18n.ts";

/** A file's sentences together, and each sentence that is long enough to be weighed alone. */
const MOST_TOGETHER = 6;
const MOST_ALONE = 9;
const WEIGHED_ALONE_FROM = 8;

const words = import.meta.glob<Record<string, unknown>>("./words/**/*.ts", { eager: true });
const errors = import.meta.glob<Record<string, unknown>>("./errors/*Errors.ts", { eager: true });

describe("the words that people read", () => {
  it.each(Object.entries(words))("are plain in %s", (_, module) => {
    expect(hardIn(sentencesSaid(messagesIn(module)))).toEqual([]);
  });

  it.each(Object.keys(errors))("are plain in %s", (file) => {
    const [names = {}] = Object.values(errors[file] ?? {});
    const ours = allErrors.filter(({ name }) => Object.hasOwn(names as object, name));
    expect(ours.length).toBeGreaterThan(0);
    expect(hardIn(sentencesSaid(ours.flatMap(({ name }) => sampleSentences(name))))).toEqual([]);
  });

  it.each(Object.keys(eventAbis) as Teller[])("are plain in the receipts of %s", (teller) => {
    expect(hardIn(sentencesSaid(sampleEvents(teller).flatMap(({ said }) => said)))).toEqual([]);
  });

  it("are plain about all other trouble", () => {
    const reasons = currencyReasons.map(([, said]) => said).concat(["", "odd"].map(sayReason));
    const panics = [0x01, 0x11, 0x12, 0x32].map(sayPanic);
    const rest = [...messagesIn([refusal, ...troubles]), ...reasons, ...panics, describeError("odd")];
    expect(hardIn(sentencesSaid(rest))).toEqual([]);
  });

  it("are found: no function of words stays silent", () => {
    const silent = Object.entries(words).flatMap(([file, module]) => silentIn(module, file));
    expect(silent).toEqual([]);
  });
});

describe("the measure", () => {
  it("fails on a long sentence of long words", () => {
    const planted =
      "The aforementioned beneficiaries are respectfully requested to familiarise themselves with the applicable administrative requirements preceding participation.";
    expect(hardIn(sentencesSaid([{ id: "planted", message: planted }]))).toEqual([
      expect.stringMatching(/^All together: grade \d\d/),
      expect.stringMatching(/^grade \d\d.*: The aforementioned/),
    ]);
  });

  it("passes a plain one", () => {
    expect(hardIn(["Only people who live in the town can buy now.", "Look at the dates of the sale."])).toEqual([]);
  });

  it("weighs sentences and not labels", () => {
    expect(sentencesOf("My administrative responsibilities")).toEqual([]);
    expect(sentencesOf("You said no. Nothing was sent to the chain.")).toEqual(["Nothing was sent to the chain."]);
  });

  it.each([
    ["the", 1],
    ["sale", 1],
    ["wallet", 2],
    ["office", 2],
    ["ended", 2],
    ["asked", 1],
    ["money", 2],
    ["people", 2],
    ["currency", 3],
    ["administration", 5],
  ])("counts the syllables of %s", (word, syllables) => {
    expect(countSyllables(word)).toBe(syllables);
  });

  it("grades known texts as the formula does", () => {
    expect(gradeOf(["The cat sat on the mat."])).toBeCloseTo(0.39 * 6 + 11.8 - 15.59);
  });
});

function sentencesSaid(messages: MessageDescriptor[]): string[] {
  return [...new Set(messages.flatMap((message) => sentencesOf(i18n._(message))))];
}

/** What is too hard to read, in words for whoever has to mend it. */
function hardIn(sentences: string[]): string[] {
  if (sentences.length === 0) return [];
  const together = gradeOf(sentences);
  const alone = sentences
    .filter((sentence) => wordsOf(sentence).length >= WEIGHED_ALONE_FROM && gradeOf([sentence]) > MOST_ALONE)
    .map((sentence) => `grade ${gradeOf([sentence]).toFixed(1)}: ${sentence}`);
  return together > MOST_TOGETHER ? [`All together: grade ${together.toFixed(1)}`, ...alone] : alone;
}

function silentIn(value: unknown, path: string): string[] {
  if (typeof value === "function") return messagesIn(value).length === 0 ? [path] : [];
  if (typeof value !== "object" || value === null || "message" in value) return [];
  return Object.entries(value).flatMap(([key, inner]) => silentIn(inner, `${path} ${key}`));
}
