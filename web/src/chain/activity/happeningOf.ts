import type { Activity, EventPosition } from "@one-small-town/core/activity/Activity.ts";
import type { Transfer } from "@one-small-town/core/activity/transfersOf.ts";
import { type Address, isAddressEqual } from "viem";
import type { WalletEvent } from "../past/readWalletPast.ts";

/**
 * What a wallet bought, gave back, claimed and was paid, in one event; undefined for another. What went to the wallet that
 * follows it did not come here.
 */
export function happeningOf(event: WalletEvent, wallet: Address): Activity | undefined {
  const position = positionOf(event);
  switch (event.eventName) {
    case "SharesBought":
      return { ...position, kind: "bought", offering: event.args.offering, shares: event.args.shares };
    case "PurchaseCancelled":
      return { ...position, kind: "cancelled", offering: event.args.offering, shares: event.args.shares };
    case "Refunded": {
      const { offering, shares, amount, to } = event.args;
      return isAddressEqual(to, wallet) ? { ...position, kind: "refunded", offering, shares, amount } : undefined;
    }
    case "RefundKept":
      return { ...position, kind: "refundKept", offering: event.args.offering, amount: event.args.amount };
    case "KeptRefundPaid": {
      const { offering, amount, to } = event.args;
      return isAddressEqual(to, wallet) ? { ...position, kind: "keptRefundPaid", offering, amount } : undefined;
    }
    case "ContributionsClaimed": {
      const { town, infinity, cash } = event.args;
      return { ...position, kind: "claimed", town, infinity, cash };
    }
    case "CashKept":
      return { ...position, kind: "cashKept", town: event.args.town, amount: event.args.amount };
    case "KeptCashPaid":
      return { ...position, kind: "keptCashPaid", town: event.args.town, amount: event.args.amount };
    case "DividendClaimed":
      return { ...position, kind: "dividend", token: event.address, amount: event.args.amount };
    default:
      return undefined;
  }
}

/** The transfer that an event is; none of another. */
export function transferIn(event: WalletEvent): Transfer[] {
  if (event.eventName !== "Transfer") return [];
  const { from, to, value: amount } = event.args;
  return [{ ...positionOf(event), token: event.address, from, to, amount }];
}

/** Of an event, what says where it stands. */
function positionOf({ blockNumber, logIndex, transactionIndex, transactionHash }: EventPosition): EventPosition {
  return { blockNumber, logIndex, transactionIndex, transactionHash };
}
