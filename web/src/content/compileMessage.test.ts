import { compileMessage as official } from "@lingui/message-utils/compileMessage";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileMessage } from "./compileMessage.ts";

const MESSAGES = [
  "",
  "Check again",
  "It is the person's own, isn't it?",
  "All '{braces}' and ''quotes''",
  "{0} of {1} parts read",
  "{done}/{ all }",
  "{count, plural, one {# check holds.} other {All # checks hold.}}",
  "You have {n, plural, offset:1 =0 {none} =1 {one} one {# and one} other {# and {more}}}, {name}.",
  "{who, select, you {You} other {They}} went",
  "{rank, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}",
  "{who, select, you {{n, plural, one {# share} other {# shares}}} other {none}}",
];

describe("compileMessage", () => {
  it.each(MESSAGES)("understands %s as the translator's own compiler does", (message) => {
    expect(clean(compileMessage(message))).toEqual(clean(official(message)));
  });

  it("meets no kind of value in the words that it does not know", () => {
    const folder = new URL("words/", import.meta.url);
    const words = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
    expect(
      words.filter((text) => /from "@lingui\/core\/macro"/.test(text) && /\b(number|date|time)\(/.test(text)),
    ).toEqual([]);
  });
});

/** Neighbouring texts are one, and an offset that is not there is no difference. */
function clean(compiled: unknown): unknown {
  return JSON.parse(JSON.stringify(compiled));
}
