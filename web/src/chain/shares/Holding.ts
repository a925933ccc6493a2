import type { Address } from "viem";
import type { DividendCredit } from "@one-small-town/core/shares/dividends.ts";
import type { Phase, Tier } from "@one-small-town/core/rules/enumerations.ts";
import type { ShareToken } from "./shareTokensQuery.ts";

/** What somebody has of one business; money in units of the token's currency. */
export type HoldingNow = {
  token: ShareToken;
  holder: Address;
  phase: Phase;
  /** When the running phase of the sale ends, in seconds; null when none runs. */
  ends: number | null;
  /** Who may receive shares; none while they are locked. */
  scope: Tier;
  supply: bigint;
  /** What one share has been credited in all. */
  perShare: bigint;
  held: bigint;
  claimable: bigint;
  /** Whether the shares vote, and so cannot be sent. */
  isPledged: boolean;
  /** A refund that the currency refused. */
  kept: bigint;
};

/** What somebody had of one business. */
export type HoldingPast = {
  /** Shares bought in the sale and not given back; none any more once they are refunded. */
  bought: bigint;
  claimed: bigint;
  /** What each deposit credited; together claimable and claimed. */
  credits: readonly DividendCredit[];
  /** Unclaimed dividends that came with the shares of the wallet this one follows, or went to the one that follows it. */
  cameAlong: bigint;
  wentAlong: bigint;
  refunded: bigint;
};

/** `past` is undefined until it is read. */
export type Holding = HoldingNow & { past: HoldingPast | undefined };
