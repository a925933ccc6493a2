/** What is kept for each, of amounts that came and, below zero, went; nothing is kept of what came at once. */
export function keptBy<who>(changes: readonly { who: who; amount: bigint }[]): Map<who, bigint> {
  const kept = new Map<who, bigint>();
  for (const { who, amount } of changes) kept.set(who, (kept.get(who) ?? 0n) + amount);
  return kept;
}
