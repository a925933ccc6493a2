/** Whether a member's week counts for every reward: at least 12 quarters ("3 hours of time per week, or more"). */
export function isActive(quarters: number): boolean {
  return quarters >= 12;
}
