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
