import type { Abi } from "viem";
import { authorityAbi } from "../../../web/src/lib/abis/authorityAbi.ts";
import { benefitsAbi } from "../../../web/src/lib/abis/benefitsAbi.ts";
import { contributionsAbi } from "../../../web/src/lib/abis/contributionsAbi.ts";
import { finalDivisionAbi } from "../../../web/src/lib/abis/finalDivisionAbi.ts";
import { infinityTokenAbi } from "../../../web/src/lib/abis/infinityTokenAbi.ts";
import { investorTokenAbi } from "../../../web/src/lib/abis/investorTokenAbi.ts";
import { memberRegistryAbi } from "../../../web/src/lib/abis/memberRegistryAbi.ts";
import { profitSplitterAbi } from "../../../web/src/lib/abis/profitSplitterAbi.ts";
import { projectRegistryAbi } from "../../../web/src/lib/abis/projectRegistryAbi.ts";
import { releasesAbi } from "../../../web/src/lib/abis/releasesAbi.ts";
import { shareOfferingAbi } from "../../../web/src/lib/abis/shareOfferingAbi.ts";
import { successionAbi } from "../../../web/src/lib/abis/successionAbi.ts";
import { townRegistryAbi } from "../../../web/src/lib/abis/townRegistryAbi.ts";
import { townTreasuryAbi } from "../../../web/src/lib/abis/townTreasuryAbi.ts";
import type { ContractName } from "../../../web/src/lib/deployment/Deployment.ts";

/** What can be asked of each contract. */
export const abis: Record<ContractName, Abi> = {
  Authority: authorityAbi,
  TownRegistry: townRegistryAbi,
  MemberRegistry: memberRegistryAbi,
  Succession: successionAbi,
  ProjectRegistry: projectRegistryAbi,
  InfinityToken: infinityTokenAbi,
  Contributions: contributionsAbi,
  Benefits: benefitsAbi,
  InvestorToken: investorTokenAbi,
  ShareOffering: shareOfferingAbi,
  Releases: releasesAbi,
  ProfitSplitter: profitSplitterAbi,
  TownTreasury: townTreasuryAbi,
  FinalDivision: finalDivisionAbi,
};
