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
