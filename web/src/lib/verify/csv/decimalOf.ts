/** An amount exactly, with all its decimals and nothing between its digits, as table programs read it: 1234.500000. */
export function decimalOf(units: bigint, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
}
