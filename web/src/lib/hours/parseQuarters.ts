/**
 * Hours as quarters, exactly: 2.75, 2,75 and 2:45 are 11. Digits 0 to 9 on both sides of one point or comma, or two
 * digits of minutes below 60; no sign, exponent, unit or grouping. Zero is `badHours`.
 */
export function parseQuarters(text: string): number | "badHours" | "notAQuarter" {
  const clock = /^(\d+):([0-5]\d)$/.exec(text);
  const decimal = /^(\d+)(?:[.,](\d+))?$/.exec(text);
  const [, whole, part = ""] = clock ?? decimal ?? [];
  if (whole === undefined) return "badHours";

  const quarter = clock
    ? ["00", "15", "30", "45"].indexOf(part)
    : ["", "25", "5", "75"].indexOf(part.replace(/0+$/, ""));
  if (quarter < 0) return "notAQuarter";

  return Number(whole) * 4 + quarter || "badHours";
}
