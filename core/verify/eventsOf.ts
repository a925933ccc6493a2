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
import { eventSignatures } from "../abis/eventSignatures.ts";
import type { ContractName } from "../deployment/Deployment.ts";
import { eventOf } from "../views/View.ts";

type Events = {
  Authority: typeof authorityEvents;
  TownRegistry: typeof townRegistryEvents;
  MemberRegistry: typeof memberRegistryEvents;
  Succession: typeof successionEvents;
  ProjectRegistry: typeof projectRegistryEvents;
  InfinityToken: typeof infinityTokenEvents;
  Contributions: typeof contributionsEvents;
  Benefits: typeof benefitsEvents;
  InvestorToken: typeof investorTokenEvents;
  ShareOffering: typeof shareOfferingEvents;
  Releases: typeof releasesEvents;
  ProfitSplitter: typeof profitSplitterEvents;
  TownTreasury: typeof townTreasuryEvents;
  FinalDivision: typeof finalDivisionEvents;
};

/** The events of a contract, made of a line for each. */
export function eventsOf<name extends ContractName>(contract: name): Events[name] {
  return eventSignatures[contract].map(eventOf) as unknown as Events[name];
}
