import type { Address } from "viem";
import type { DividendCredit } from "@one-small-town/core/shares/dividends.ts";
import type { Phase, Tier } from "@one-small-town/core/rules/enumerations.ts";
import type { ShareToken } from "./shareTokensQuery.ts";

/** What somebody has and had of one business, read at one block; money in units of the token's currency. */
export type Holding = {
  token: ShareToken;
  symbol: string;
  holder: Address;
  phase: Phase;
  /** When the running phase of the sale ends, in seconds; null when none runs. */
  ends: number | null;
  /** Who may receive shares; none while they are locked. */
  scope: Tier;
  supply: bigint;
  held: bigint;
  /** Shares bought in the sale and not given back; none any more once they are refunded. */
  bought: bigint;
  claimable: bigint;
  claimed: bigint;
  /** What each deposit credited; together claimable and claimed. */
  credits: readonly DividendCredit[];
  /** Unclaimed dividends that came with the shares of the wallet this one follows, or went to the one that follows it. */
  cameAlong: bigint;
  wentAlong: bigint;
  /** Whether the shares vote, and so cannot be sent. */
  isPledged: boolean;
  refunded: bigint;
  /** A refund that the currency refused. */
  kept: bigint;
};
