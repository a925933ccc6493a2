import { type Address, zeroAddress } from "viem";

type Transfer = { from: Address; to: Address; value: bigint };

/** What everybody holds after some transfers from the beginning on; nobody with nothing. */
export function sumTransfers(transfers: readonly Transfer[]): Map<Address, bigint> {
  const balances = new Map<Address, bigint>();
  const add = (wallet: Address, value: bigint) => {
    if (wallet !== zeroAddress) balances.set(wallet, (balances.get(wallet) ?? 0n) + value);
  };
  for (const { from, to, value } of transfers) {
    add(from, -value);
    add(to, value);
  }
  return new Map([...balances].filter(([, value]) => value !== 0n));
}

const LARGE_PERCENT = 15n;

/** Whether one person holds so large a part of the shares that others should know: more than 15%. */
export function isLargeHolding(shares: number, all: number): boolean {
  return BigInt(shares) * 100n > BigInt(all) * LARGE_PERCENT;
}
