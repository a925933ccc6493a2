import { type MessageDescriptor, setupI18n } from "@lingui/core";
import { compileMessage } from "./compileMessage.ts";

/** The one translator. English stands in the code; another language is a catalogue, loaded when it is chosen. */
export const i18n = setupI18n({ locale: "en", messages: { en: {} } });
i18n.setMessagesCompiler(compileMessage);

/** Letters of the scripts that are written from right to left. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Sets a name apart from the sentence around it, as an element of its own would: each keeps its own direction. */
function apart(value: unknown): unknown {
  return typeof value === "string" && FROM_RIGHT.test(value) ? `\u2068${value}\u2069` : value;
}

const say = i18n._.bind(i18n) as (words: unknown, ...others: unknown[]) => string;

i18n.t = i18n._ = (words: MessageDescriptor | string, ...others: unknown[]) => {
  if (typeof words === "string") return say(words, ...others);
  const values = Object.entries(words.values ?? {}).map(([name, value]) => [name, apart(value)]);
  return say({ ...words, values: Object.fromEntries(values) }, ...others);
};
