import { i18n } from "./i18n.ts";

/** Several things in one sentence: "12 INFINITY, 30.00 USD and 4.20 EUR". */
export function listOf(things: readonly string[]): string {
  return new Intl.ListFormat(i18n.locale, { type: "conjunction" }).format(things);
}
