/** Names one member's week of one benefit. */
export function redemptionKey(benefit: bigint, weekIndex: number, number: number): string {
  return `${benefit}/${weekIndex}/${number}`;
}
