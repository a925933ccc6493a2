import { type Abi, type Address, decodeEventLog, type Hex, isAddressEqual } from "viem";
import { authorityEvents } from "../abis/authorityEvents.ts";
import { benefitsEvents } from "../abis/benefitsEvents.ts";
import { contributionsEvents } from "../abis/contributionsEvents.ts";
import { finalDivisionEvents } from "../abis/finalDivisionEvents.ts";
import { infinityTokenEvents } from "../abis/infinityTokenEvents.ts";
import { investorTokenEvents } from "../abis/investorTokenEvents.ts";
import { memberRegistryEvents } from "../abis/memberRegistryEvents.ts";
import { profitSplitterEvents } from "../abis/profitSplitterEvents.ts";
import { projectRegistryEvents } from "../abis/projectRegistryEvents.ts";
import { releasesEvents } from "../abis/releasesEvents.ts";
import { shareOfferingEvents } from "../abis/shareOfferingEvents.ts";
import { successionEvents } from "../abis/successionEvents.ts";
import { testDollarEvents } from "../abis/testDollarEvents.ts";
import { townRegistryEvents } from "../abis/townRegistryEvents.ts";
import { townTreasuryEvents } from "../abis/townTreasuryEvents.ts";
import type { ContractName, Deployment } from "../deployment/Deployment.ts";

/** The events of each contract, and those of a town's currency, which is an ERC-20 like the dollars of the demo. */
export const eventAbis = {
  Authority: authorityEvents,
  TownRegistry: townRegistryEvents,
  MemberRegistry: memberRegistryEvents,
  Succession: successionEvents,
  ProjectRegistry: projectRegistryEvents,
  InfinityToken: infinityTokenEvents,
  Contributions: contributionsEvents,
  Benefits: benefitsEvents,
  InvestorToken: investorTokenEvents,
  ShareOffering: shareOfferingEvents,
  Releases: releasesEvents,
  ProfitSplitter: profitSplitterEvents,
  TownTreasury: townTreasuryEvents,
  FinalDivision: finalDivisionEvents,
  Currency: testDollarEvents,
};

/** Who tells of events: a contract of the deployment, each business's token among them, or a currency. */
export type Teller = keyof typeof eventAbis;

export type Ours = {
  addresses: Deployment["addresses"];
  /** The token of each business. */
  tokens: readonly Address[];
  /** The currency of each town. */
  currencies: readonly Address[];
};

/** Which of ours is at an address; null for a stranger. */
export function tellerOf(address: Address, { addresses, tokens, currencies }: Ours): Teller | null {
  const isHere = (other: Address) => isAddressEqual(other, address);
  const named = Object.entries(addresses).find(([, own]) => isHere(own));
  if (named !== undefined) return named[0] as ContractName;
  if (tokens.some(isHere)) return "InvestorToken";
  return currencies.some(isHere) ? "Currency" : null;
}

type Log = { address: Address; topics: readonly Hex[]; data: Hex };

/** An event of ours: who told it, what, and with which values. */
export type Told = { teller: Teller; address: Address; eventName: string; args: Record<string, unknown> };

/** What a transaction did, as our contracts and the towns' currencies tell it, in its order; strangers are left out. */
export function decodeLogs(logs: readonly Log[], ours: Ours): Told[] {
  return logs.flatMap(({ address, topics, data }) => {
    const teller = tellerOf(address, ours);
    if (teller === null) return [];
    const decoded = decode(eventAbis[teller], topics, data);
    return decoded === null ? [] : [{ teller, address, ...decoded }];
  });
}

/** Null for an event that is none of the contract's own, such as those that some currencies have besides. */
function decode(abi: Abi, topics: readonly Hex[], data: Hex): Pick<Told, "eventName" | "args"> | null {
  try {
    const { eventName, args = {} } = decodeEventLog({ abi, topics: topics as [Hex, ...Hex[]], data });
    return eventName === undefined ? null : { eventName, args: args as unknown as Told["args"] };
  } catch {
    return null;
  }
}
