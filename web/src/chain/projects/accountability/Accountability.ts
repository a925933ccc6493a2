import type { Address } from "viem";
import type { AtWork } from "@one-small-town/core/projects/plans/compareWithPlan.ts";
import type { ProjectStage } from "@one-small-town/core/rules/enumerations.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import type { DeedInForce } from "../../profit/deedQuery.ts";
import type { Deposit } from "../../profit/Deposit.ts";
import type { Holder } from "../../shares/holdersQuery.ts";
import type { Offering } from "../../shares/offeringQuery.ts";

/** A profit with when it came in (seconds), from which wallet, and whether that ran the business then or was its payout. */
export type DatedDeposit = Deposit & { at: number; by: Address; isByBusiness: boolean };

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

/** What a business promised and did, read at one block. */
export type Accountability = {
  block: bigint;
  /** Chain time in seconds. */
  now: number;
  stage: ProjectStage;
  plan: Document | null;
  pack: Document | null;
  atWork: AtWork;
  deposits: readonly DatedDeposit[];
  /** Its newest sale with those who hold its shares; null when there was none. */
  sale: { offering: Offering; holders: readonly Holder[]; releases: readonly Release[] } | null;
  deed: DeedInForce;
  keys: Readonly<Record<KeyName, KeyHolder | null>>;
};
