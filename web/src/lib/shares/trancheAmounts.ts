/** What each part of a sale's money is; `tranches` in basis points, and the last takes the rest. */
export function trancheAmounts(raised: bigint, tranches: readonly number[]): bigint[] {
  const amounts = tranches.slice(0, -1).map((basisPoints) => (raised * BigInt(basisPoints)) / 10_000n);
  return [...amounts, raised - amounts.reduce((sum, amount) => sum + amount, 0n)];
}
