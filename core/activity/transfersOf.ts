import { type Address, isAddressEqual, zeroAddress } from "viem";
import type { Activity, EventPosition } from "./Activity.ts";

/** A transfer as an ERC-20 tells it. */
export type Transfer = EventPosition & { token: Address; from: Address; to: Address; amount: bigint };

type Known = { wallet: Address; infinity: Address; contributions: Address };

/**
 * Transfers that nothing else explains. Shares come from nowhere when they are bought, and go there when they are given
 * back; INFINITY comes from Contributions when it is claimed: purchases, refunds and claims tell these themselves.
 * INFINITY that goes nowhere was burnt by its holder, and is told. A transfer of nothing is none.
 */
export function transfersOf(transfers: readonly Transfer[], { wallet, infinity, contributions }: Known) {
  return transfers
    .filter(({ from, to, amount }) => !isAddressEqual(from, to) && amount > 0n)
    .filter(({ token, from, to }) =>
      isAddressEqual(token, infinity)
        ? !isAddressEqual(from, contributions)
        : !isAddressEqual(from, zeroAddress) && !isAddressEqual(to, zeroAddress),
    )
    .map(({ token, from, to, amount, ...position }): Activity => {
      const isIn = isAddressEqual(to, wallet);
      const other = isIn ? from : to;
      return isAddressEqual(token, infinity)
        ? { ...position, kind: isIn ? "infinityIn" : "infinityOut", other, amount }
        : { ...position, kind: isIn ? "sharesIn" : "sharesOut", token, other, shares: amount };
    });
}
