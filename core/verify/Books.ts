import type { Abi, Address, ContractEventName, Hash, Hex, Log } from "viem";
import type { authorityEvents } from "../abis/authorityEvents.ts";
import type { benefitsEvents } from "../abis/benefitsEvents.ts";
import type { contributionsEvents } from "../abis/contributionsEvents.ts";
import type { finalDivisionEvents } from "../abis/finalDivisionEvents.ts";
import type { infinityTokenEvents } from "../abis/infinityTokenEvents.ts";
import type { investorTokenEvents } from "../abis/investorTokenEvents.ts";
import type { memberRegistryEvents } from "../abis/memberRegistryEvents.ts";
import type { profitSplitterEvents } from "../abis/profitSplitterEvents.ts";
import type { projectRegistryEvents } from "../abis/projectRegistryEvents.ts";
import type { releasesEvents } from "../abis/releasesEvents.ts";
import type { shareOfferingEvents } from "../abis/shareOfferingEvents.ts";
import type { successionEvents } from "../abis/successionEvents.ts";
import type { townRegistryEvents } from "../abis/townRegistryEvents.ts";
import type { townTreasuryEvents } from "../abis/townTreasuryEvents.ts";
import type { Deployment } from "../deployment/Deployment.ts";
import type { Deed } from "../profit/Deed.ts";
import type { Expectation } from "./state/Expectation.ts";

type Decoded<abi extends Abi, name> =
  name extends ContractEventName<abi>
    ? Pick<
        Log<bigint, number, false, undefined, true, abi, name>,
        "args" | "eventName" | "transactionIndex" | "blockNumber" | "logIndex"
      > & {
        address: Address;
        /** Null where a history told it: which transaction it was, its block and index say. */
        transactionHash: Hash | null;
      }
    : never;

/** Any event of a contract, decoded: what happened, where in the chain, and in which transaction. */
export type EventOf<abi extends Abi> = Decoded<abi, ContractEventName<abi>>;

export type RoleEvent = EventOf<typeof authorityEvents>;
export type TownEvent = EventOf<typeof townRegistryEvents>;
export type MemberEvent = EventOf<typeof memberRegistryEvents>;
export type SuccessionEvent = EventOf<typeof successionEvents>;
export type ProjectEvent = EventOf<typeof projectRegistryEvents>;
export type HoursEvent = EventOf<typeof contributionsEvents>;
export type BenefitEvent = EventOf<typeof benefitsEvents>;
export type SaleEvent = EventOf<typeof shareOfferingEvents>;
export type ReleaseEvent = EventOf<typeof releasesEvents>;
export type TokenEvent = EventOf<typeof investorTokenEvents>;
export type ProfitEvent = EventOf<typeof profitSplitterEvents>;
export type TreasuryEvent = EventOf<typeof townTreasuryEvents>;
export type InfinityEvent = EventOf<typeof infinityTokenEvents>;
export type DivisionEvent = EventOf<typeof finalDivisionEvents>;

/** In which transaction, `transactionOf` names. */
type Mint = { units: bigint; transaction: string };

/** What the token of a business says itself, asked wallet by wallet. */
export type TokenState = {
  supply: bigint;
  /** Units of dividend that do not divide by the shares yet. */
  remainder: bigint;
  /** Who may receive shares, numbered as the tiers; 0 while they are locked. */
  scope: number;
  /** For every wallet that ever held a share. */
  wallets: ReadonlyMap<Address, { shares: bigint; claimable: bigint }>;
};

/** What the ShareOffering says of one sale: its phase, numbered as `phases`, and what has left escrow. */
export type SaleState = { phase: number; released: bigint };

/** What the contracts say of a town's members; each list has one entry for each number, the first for number 1. */
export type MembersState = {
  wallets: readonly Address[];
  claimedUpTo: readonly number[];
  infinity: readonly bigint[];
  cash: readonly bigint[];
};

/** A person's record. */
export type PersonRecord = {
  town: number;
  country: number;
  residentUntil: number;
  number: number;
  left: boolean;
  suspended: boolean;
  /** The country whose office attested them last, the week of their last move, and how often they were attested or left. */
  idCountry: number;
  movedIn: number;
  nonce: number;
};

/** The same as the MemberRegistry says it, and whether what others claim for the person waits. */
export type PersonState = PersonRecord & { waiting: boolean };

/** What a view must say by all that happened, and what it says; undefined where it refuses to say anything. */
export type Said = Expectation & { answer: unknown };

/**
 * All that the checks are made from, read at one block: events in the order of the chain, and what contracts say
 * themselves. Null is what could not be read.
 */
export type Books = {
  addresses: Deployment["addresses"];
  /** Who sent the contracts to the chain, and the block of the first of them. */
  deployer: Address;
  startBlock: bigint;
  /** Where everything was read; its time in seconds. */
  block: { number: bigint; timestamp: number };
  /** The only town whose rows are wanted; null for all. Events are of all towns in any case: contracts are shared. */
  town: number | null;
  roles: readonly RoleEvent[] | null;
  towns: readonly TownEvent[] | null;
  members: readonly MemberEvent[] | null;
  successions: readonly SuccessionEvent[] | null;
  projects: readonly ProjectEvent[] | null;
  hours: readonly HoursEvent[] | null;
  benefits: readonly BenefitEvent[] | null;
  sales: readonly SaleEvent[] | null;
  releases: readonly ReleaseEvent[] | null;
  profits: readonly ProfitEvent[] | null;
  treasury: readonly TreasuryEvent[] | null;
  divisions: readonly DivisionEvent[] | null;
  /** The time of each block in which something happened that a rule ties to time, in seconds. */
  times: ReadonlyMap<bigint, number> | null;
  /** Every move of INFINITY; of those out of nothing, and into nothing. */
  infinity: readonly InfinityEvent[] | null;
  mints: readonly Mint[] | null;
  burns: readonly bigint[] | null;
  infinitySupply: bigint | null;
  /** The code at each timesheet's address: one zero byte, then one byte a member. */
  codes: ReadonlyMap<Address, Hex> | null;
  /** By the token's address. */
  tokenEvents: ReadonlyMap<Address, readonly TokenEvent[]> | null;
  /** By the token's address; a token that could not be asked is absent. */
  tokenStates: ReadonlyMap<Address, TokenState>;
  /** By `holdingKey`; a balance that could not be read is absent. */
  held: ReadonlyMap<string, bigint>;
  /** By the sale's id. */
  saleStates: ReadonlyMap<bigint, SaleState> | null;
  /** The deed in force of each business. */
  deeds: ReadonlyMap<bigint, Deed> | null;
  /** By town. */
  membersStates: ReadonlyMap<number, MembersState> | null;
  /** By wallet, for every wallet that was ever a person's. */
  personStates: ReadonlyMap<Address, PersonState> | null;
  /** What each fund has, by `fundsOf`'s keys. */
  funds: ReadonlyMap<string, bigint> | null;
  /** Units of a benefit that a member has had for a week, by `redemptionKey`. */
  redeemed: ReadonlyMap<string, number> | null;
  /** What the contracts say of all else that follows from what happened. */
  said: readonly Said[] | null;
};

/** Names what a contract holds of a currency. */
export function holdingKey(holder: Address, currency: Address): string {
  return `${holder}/${currency}`.toLowerCase();
}

/** Names one member's week of one benefit. */
export function redemptionKey(benefit: bigint, weekIndex: number, number: number): string {
  return `${benefit}/${weekIndex}/${number}`;
}
