import { type MessageDescriptor, setupI18n } from "@lingui/core";
import { compileMessage } from "./compileMessage.ts";

/** The one translator. English stands in the code; another language is a catalogue, loaded when it is chosen. */
export const i18n = setupI18n({ locale: "en", messages: { en: {} } });
i18n.setMessagesCompiler(compileMessage);

/** Scripts that are written from right to left. */
const FROM_RIGHT =
  /[\p{sc=Hebr}\p{sc=Arab}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}\p{sc=Adlm}\p{sc=Mand}\p{sc=Samr}\p{sc=Rohg}]/u;

/** Sets a name apart from the sentence around it, as an element of its own would: each keeps its own direction. */
function apart(value: unknown): unknown {
  return typeof value === "string" && FROM_RIGHT.test(value) ? `\u2068${value}\u2069` : value;
}

function withNamesApart<said>(words: said): said {
  const { values } = Object(words) as MessageDescriptor;
  if (values === undefined) return words;
  const set = Object.entries(values).map(([name, value]) => [name, apart(value)]);
  return { ...words, values: Object.fromEntries(set) };
}

const say = i18n._.bind(i18n) as (words: unknown, ...others: unknown[]) => string;
i18n._ = (words: unknown, ...others: unknown[]) => say(withNamesApart(words), ...others);
i18n.t = i18n._;
