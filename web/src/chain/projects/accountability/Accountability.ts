import type { Address } from "viem";
import type { AtWork } from "@one-small-town/core/projects/plans/compareWithPlan.ts";
import type { ProjectStage } from "@one-small-town/core/rules/enumerations.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import type { DeedInForce } from "../../profit/deedQuery.ts";
import type { Deposit } from "../../profit/Deposit.ts";
import type { Holder } from "../../shares/holdersQuery.ts";
import type { Offering } from "../../shares/offeringQuery.ts";

/**
 * A profit with the block in which it came in, a moment of that day in UTC (seconds), from which wallet, and whether that
 * ran the business then or was its payout. Nothing that was promised is due at another moment than a day's end.
 */
export type DatedDeposit = Deposit & { blockNumber: bigint; at: number; by: Address; isByBusiness: boolean };

/** A part of the sale's money that was asked for; `tranche` counts from 0. Moments in seconds. */
export type Release = {
  tranche: number;
  askedAt: number;
  evidence: Document;
  state:
    | { is: "paid"; at: number; amount: bigint; to: Address }
    | { is: "asked" }
    | { is: "approved"; payableFrom: number }
    | { is: "stopped" };
};

export type KeyName = "townAmbassador" | "countryAmbassador" | "headOffice" | "manager" | "payout";

/** Who holds a key of a business: nobody, or a wallet since when (seconds), and whether code stands at it. */
export type KeyHolder = { wallet: Address; since: number | null; isContract: boolean };

/** What a business promised and is now, read at one block. */
export type AccountabilityNow = {
  block: bigint;
  /** Chain time in seconds. */
  now: number;
  stage: ProjectStage;
  plan: Document | null;
  pack: Document | null;
  /** Its newest sale; null when there was none. */
  sale: Offering | null;
  deed: DeedInForce;
  /** Since when is known of ambassadors. */
  keys: Readonly<Record<KeyName, KeyHolder | null>>;
};

/** What a business did so far. */
export type AccountabilityPast = {
  atWork: AtWork;
  deposits: readonly DatedDeposit[];
  /** Who holds the shares of its newest sale, and what was asked for of its money. */
  holders: readonly Holder[];
  releases: readonly Release[];
  /** Since when somebody has been head office, and who runs it has run it; seconds. */
  headOfficeSince: number | null;
  managedSince: number | null;
};

/** What a business promised and did. */
export type Accountability = Omit<AccountabilityNow, "sale"> &
  Pick<AccountabilityPast, "atWork" | "deposits"> & {
    /** Its newest sale with those who hold its shares; null when there was none. */
    sale: { offering: Offering; holders: readonly Holder[]; releases: readonly Release[] } | null;
  };

const NOTHING: AccountabilityPast = {
  atWork: { from: null, until: null },
  deposits: [],
  holders: [],
  releases: [],
  headOfficeSince: null,
  managedSince: null,
};

/** The whole of it; without a past that is not read yet. */
export function withPast({ sale, keys, ...present }: AccountabilityNow, past = NOTHING): Accountability {
  const { atWork, deposits, holders, releases, headOfficeSince, managedSince } = past;
  return {
    ...present,
    atWork,
    deposits,
    sale: sale && { offering: sale, holders, releases },
    keys: {
      townAmbassador: keys.townAmbassador,
      countryAmbassador: keys.countryAmbassador,
      headOffice: keys.headOffice && { ...keys.headOffice, since: headOfficeSince },
      manager: keys.manager && { ...keys.manager, since: managedSince },
      payout: keys.payout && { ...keys.payout, since: managedSince },
    },
  };
}
