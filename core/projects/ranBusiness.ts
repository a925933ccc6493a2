import { type Address, isAddressEqual } from "viem";
import { isBefore, type Position } from "../position.ts";

/** A change of who runs a business and who is paid, and where on the chain it stands. */
export type ManagementChange = Position & { manager: Address; payout: Address };

type Act = Position & { by: Address };

/** Whether a wallet was, when it did something, the manager or the payout wallet. Changes are in the chain's order. */
export function ranBusiness({ by, ...position }: Act, changes: readonly ManagementChange[]): boolean {
  const then = changes.findLast((change) => isBefore(change, position));
  return then !== undefined && [then.manager, then.payout].some((wallet) => isAddressEqual(wallet, by));
}
