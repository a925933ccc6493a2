const LARGE_PERCENT = 15n;

/** Whether one person holds so large a part of the shares that others should know: more than 15%. */
export function isLargeHolding(shares: number, all: number): boolean {
  return BigInt(shares) * 100n > BigInt(all) * LARGE_PERCENT;
}
