import { type Address, isAddressEqual } from "viem";

/** A change of who runs a business and who is paid, and where on the chain it stands. */
export type ManagementChange = { blockNumber: bigint; logIndex: number; manager: Address; payout: Address };

type Act = { blockNumber: bigint; logIndex: number; by: Address };

/** Whether a wallet was, when it did something, the manager or the payout wallet. Changes are in the chain's order. */
export function ranBusiness({ by, ...place }: Act, changes: readonly ManagementChange[]): boolean {
  const then = changes.findLast((change) => isBefore(change, place));
  return then !== undefined && [then.manager, then.payout].some((wallet) => isAddressEqual(wallet, by));
}

type Place = { blockNumber: bigint; logIndex: number };

function isBefore(one: Place, other: Place): boolean {
  if (one.blockNumber !== other.blockNumber) return one.blockNumber < other.blockNumber;
  return one.logIndex < other.logIndex;
}
