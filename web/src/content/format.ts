import { INFINITY_DECIMALS, QUARTERS_PER_HOUR } from "@one-small-town/core/hours/timesheet.ts";
import { formatAmount } from "@one-small-town/core/money/amounts.ts";
import { WHOLE } from "@one-small-town/core/rules/Deeds.ts";
import { i18n } from "./i18n.ts";

/** A currency as people see it. */
export type Unit = { symbol: string; decimals: number };

/** An amount in full, never rounded: "1,234.50 USDC". */
export function money(units: bigint, { symbol, decimals }: Unit): string {
  return `${formatAmount(units, decimals)} ${symbol}`;
}

const [DIGITS, LEAST] = [2, 0.000001];

/** A fee, of which nobody needs to know all digits: "0.00021 ETH", rounded up; what one has for it, rounded down. */
export function about(units: bigint, { symbol, decimals }: Unit, roundingMode: "ceil" | "floor" = "ceil"): string {
  const exactly = formatAmount(units, decimals).replaceAll(",", "") as `${number}`;
  const isTiny = units > 0n && Number(exactly) < LEAST;
  const [whole = ""] = exactly.split(".");
  const maximumSignificantDigits = Number(exactly) < 1 ? DIGITS : whole.length + 1;
  const format = new Intl.NumberFormat(i18n.locale, { maximumSignificantDigits, roundingMode });
  return `${isTiny ? `<${format.format(LEAST)}` : format.format(exactly)} ${symbol}`;
}

/** INFINITY without its decimals, where it is whole; else in full. */
export function infinity(units: bigint): string {
  const text = formatAmount(units, INFINITY_DECIMALS);
  return text.endsWith(".00") ? text.slice(0, -3) : text;
}

export function count(value: number | bigint): string {
  return new Intl.NumberFormat(i18n.locale).format(value);
}

/** Basis points as per cent: 3,333 is "33.33%". */
export function percent(basisPoints: number): string {
  return new Intl.NumberFormat(i18n.locale, { style: "percent", maximumFractionDigits: 2 }).format(basisPoints / WHOLE);
}

/** A moment of chain time in the person's own time zone: "Sat, Nov 21, 2026, 2:05 PM", or as the language has it. */
export function dateTime(seconds: number): string {
  return new Intl.DateTimeFormat(i18n.locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
  }).format(seconds * 1000);
}

export function date(seconds: number): string {
  return new Intl.DateTimeFormat(i18n.locale, { day: "numeric", month: "short", year: "numeric" }).format(
    seconds * 1000,
  );
}

/** A week begins on Monday in UTC everywhere; its dates are said so that they do not shift with the time zone. */
export function weekDate(seconds: number): string {
  return new Intl.DateTimeFormat(i18n.locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(seconds * 1000);
}

/** A quarter of a year from its first second to its last, in UTC everywhere: "Jan – Mar 2027". */
export function months(first: number, last: number): string {
  return new Intl.DateTimeFormat(i18n.locale, { month: "short", year: "numeric", timeZone: "UTC" }).formatRange(
    first * 1000,
    last * 1000,
  );
}

/** A calendar month of UTC, "2027-03", as people write it: "Mar 2027". */
export function monthName(month: string): string {
  return new Intl.DateTimeFormat(i18n.locale, { month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** How long from now, in the two largest units: "3 days, 4 hours". */
export function duration(seconds: number): string {
  let rest = Math.max(0, Math.floor(seconds));
  const parts = UNITS.map(([unit, length]) => {
    const value = Math.floor(rest / length);
    rest -= value * length;
    return { unit, value };
  });
  const first = parts.findIndex(({ value }) => value > 0);
  const shown = first === -1 ? parts.slice(-1) : parts.slice(first, first + 2).filter(({ value }) => value > 0);
  return shown
    .map(({ unit, value }) =>
      new Intl.NumberFormat(i18n.locale, { style: "unit", unit, unitDisplay: "long" }).format(value),
    )
    .join(", ");
}

const [DAY, YEAR] = [86_400, 365 * 86_400];
const SPELLED = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** How long a rule gives, as sentences have it: "seven days", "90 days", "a year". */
export function span(seconds: number): string {
  return seconds % YEAR === 0 ? spelledOut(seconds / YEAR, "year") : spelledOut(seconds / DAY, "day");
}

/** Some of a unit, in words where they are few and the language is English: "three hours", "an hour", "14 days". */
export function spelledOut(value: number, unit: "hour" | "day" | "week" | "year"): string {
  const text = new Intl.NumberFormat(i18n.locale, { style: "unit", unit, unitDisplay: "long" }).format(value);
  if (value === 1 && i18n.locale === "en") return unit === "hour" ? "an hour" : `a ${unit}`;
  return text.replace(count(value), spelled(value));
}

/** A small whole number as a word, where the language is English. */
export function spelled(value: number): string {
  return (i18n.locale === "en" ? SPELLED[value] : undefined) ?? count(value);
}

/** As a sentence begins. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The name of a country from its three digits of ISO 3166-1; the digits themselves where they name none. */
export function countryName(code: number): string {
  const region = regionOf(String(code).padStart(3, "0"));
  return new Intl.DisplayNames(i18n.locale, { type: "region" }).of(region) ?? region;
}

/** Intl names two-letter regions, not the digits of a country; a language tag turns one into the other. */
function regionOf(digits: string): string {
  return /^\d{3}$/.test(digits) ? (new Intl.Locale(`und-${digits}`).region ?? digits) : "ZZ";
}

/** Several things in one sentence: "12 INFINITY, 30.00 USD and 4.20 EUR". */
export function listOf(things: readonly string[]): string {
  return new Intl.ListFormat(i18n.locale, { type: "conjunction" }).format(things);
}

/** Quarters of an hour as hours: 29 is "7.25". */
export function hoursOf(quarters: number): string {
  return count(quarters / QUARTERS_PER_HOUR);
}

/** Days that have begun since a moment, both in seconds; one at least. */
export function daysSince(moment: number, now: number): number {
  return Math.max(1, Math.ceil((now - moment) / 86_400));
}
