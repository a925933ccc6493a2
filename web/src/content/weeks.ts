import { weekEnd, weekStart } from "@one-small-town/core/hours/weeks.ts";
import { weekDate } from "./format.ts";
import { i18n } from "./i18n.ts";

/** Monday to Sunday of a week, in UTC everywhere so that the days do not shift: "9 – 15 Nov 2026". */
export function weekRange(weekIndex: number): string {
  return new Intl.DateTimeFormat(i18n.locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).formatRange(weekStart(weekIndex) * 1000, (weekEnd(weekIndex) - 1) * 1000);
}

/** A week by its Monday. */
export function weekOf(weekIndex: number): string {
  return weekDate(weekStart(weekIndex));
}
