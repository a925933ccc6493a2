/** Monday 00:00 UTC of a week, in seconds of Unix time. The week ends, exclusively, where the next one starts. */
export function weekStart(weekIndex: number): number {
  return (4 + 7 * weekIndex) * 86_400;
}
