/**
 * Spreads money for the members over the next 1 to 52 timesheets, as Contributions does: the same for each, rounded
 * down; `rest` is what the division leaves, and joins the carry at once.
 */
export function spread(amount: bigint, weeks: number): { perWeek: bigint; rest: bigint } {
  return { perWeek: amount / BigInt(weeks), rest: amount % BigInt(weeks) };
}
