/**
 * Units of a currency as people read them, exactly: 1,234.50, with two decimals (fewer if the currency has fewer) and
 * more only where the amount has more. Never rounded; `parseAmount` reads it back.
 */
export function formatAmount(units: bigint, decimals: number): string {
  const sign = units < 0n ? "-" : "";
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = digits
    .slice(digits.length - decimals)
    .replace(/0+$/, "")
    .padEnd(Math.min(decimals, 2), "0");

  return `${sign}${whole}${fraction && "."}${fraction}`;
}

/**
 * An amount typed by a person as units of a currency, exactly; undefined if it is not one.
 *
 * One rule for everybody: a point is the decimal point, commas group thousands. A lone comma, as in 1,234, is a decimal
 * comma to half the world and is refused, unless a point follows it (1,234.00) or the currency has no decimals. No more
 * digits behind the point than the currency has, no sign, no exponent.
 */
export function parseAmount(text: string, decimals: number): bigint | undefined {
  const [, whole, fraction = ""] = /^(\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/.exec(text.trim()) ?? [];
  if (whole === undefined || fraction.length > decimals) return undefined;

  const loneComma = whole.split(",").length === 2 && fraction === "";
  if (loneComma && decimals > 0) return undefined;

  return BigInt(whole.replaceAll(",", "") + fraction.padEnd(decimals, "0"));
}
