/** A member's shifts of a week: 12 quarters (3 hours) each, rounded down. One shift earns 1 INFINITY. */
export function shiftsOf(quarters: number): number {
  return Math.floor(quarters / 12);
}
