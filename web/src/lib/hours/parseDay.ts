/**
 * A date as ISO yyyy-mm-dd, from yyyy-mm-dd or d.m.yyyy; undefined for anything else, above all 03/04/2027, which is two
 * different days in two countries. Whether the day exists is left to whoever looks it up in a week.
 */
export function parseDay(text: string): string | undefined {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return text;

  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  return day && month && year && `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
