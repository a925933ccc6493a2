import type { Address, Hash, Hex } from "viem";
import type { contributionsEvents } from "../abis/contributionsEvents.ts";
import type { finalDivisionEvents } from "../abis/finalDivisionEvents.ts";
import type { investorTokenEvents } from "../abis/investorTokenEvents.ts";
import type { profitSplitterEvents } from "../abis/profitSplitterEvents.ts";
import type { shareOfferingEvents } from "../abis/shareOfferingEvents.ts";
import type { townRegistryEvents } from "../abis/townRegistryEvents.ts";
import type { townTreasuryEvents } from "../abis/townTreasuryEvents.ts";
import type { Deployment } from "../deployment/Deployment.ts";
import type { EventOf } from "./EventOf.ts";

export type HoursEvent = EventOf<typeof contributionsEvents>;
export type SaleEvent = EventOf<typeof shareOfferingEvents>;
export type TokenEvent = EventOf<typeof investorTokenEvents>;
export type ProfitEvent = EventOf<typeof profitSplitterEvents>;
export type TreasuryEvent = EventOf<typeof townTreasuryEvents>;
export type DivisionEvent = EventOf<typeof finalDivisionEvents>;
export type TownEvent = EventOf<typeof townRegistryEvents>;

type Mint = { units: bigint; transactionHash: Hash };

/** What the token of a business says itself, asked wallet by wallet. */
export type TokenState = {
  supply: bigint;
  /** Units of dividend that do not divide by the shares yet. */
  remainder: bigint;
  /** For every wallet that ever held a share. */
  wallets: ReadonlyMap<Address, { shares: bigint; claimable: bigint }>;
};

/**
 * All that the checks are made from, read at one block: events in the order of the chain, and what contracts say
 * themselves. Null is what could not be read.
 */
export type Books = {
  addresses: Deployment["addresses"];
  towns: readonly TownEvent[] | null;
  hours: readonly HoursEvent[] | null;
  sales: readonly SaleEvent[] | null;
  profits: readonly ProfitEvent[] | null;
  treasury: readonly TreasuryEvent[] | null;
  divisions: readonly DivisionEvent[] | null;
  /** INFINITY out of nothing, and into nothing. */
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
};
