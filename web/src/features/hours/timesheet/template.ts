import { daysOfWeek } from "@one-small-town/core/hours/weeks.ts";
import { i18n } from "../../../content/i18n.ts";

/**
 * An empty file of a week: the names of the columns, and a row of 0 hours, which does not count, for each member who had
 * hours in the week before. Separated by semicolons where decimals have a comma: spreadsheets there expect it.
 */
export function templateOf(weekIndex: number, before: Uint8Array): Uint8Array<ArrayBuffer> {
  const delimiter = new Intl.NumberFormat(i18n.locale === "en" ? navigator.language : i18n.locale)
    .format(1.5)
    .includes(",")
    ? ";"
    : ",";
  const [monday = ""] = daysOfWeek(weekIndex);
  const members = Array.from(before, (quarters, i) => (quarters > 0 ? [i + 1] : [])).flat();
  const rows = members.map((member) => [member, "", monday, 0, "no", ""]);
  const lines = [["member", "project", "date", "hours", "paid", "note"], ...rows].map((cells) => cells.join(delimiter));
  // The mark in front tells spreadsheets that it is UTF-8.
  return new TextEncoder().encode(`\ufeff${lines.join("\r\n")}\r\n`);
}
