import type { MessageDescriptor } from "@lingui/core";
import type { Benefit } from "@one-small-town/core/hours/benefits.ts";
import { benefitWords } from "../../../content/words/benefits.ts";

/** What a benefit is called; its number where its words are nowhere to be read. */
export function nameOfBenefit({ id, words }: Benefit, say: (words: MessageDescriptor) => string): string {
  return words?.title ?? say(benefitWords.unnamed(String(id)));
}
