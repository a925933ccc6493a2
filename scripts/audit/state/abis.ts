import type { Abi } from "viem";
import { authorityAbi } from "@one-small-town/core/abis/authorityAbi.ts";
import { benefitsAbi } from "@one-small-town/core/abis/benefitsAbi.ts";
import { contributionsAbi } from "@one-small-town/core/abis/contributionsAbi.ts";
import { finalDivisionAbi } from "@one-small-town/core/abis/finalDivisionAbi.ts";
import { infinityTokenAbi } from "@one-small-town/core/abis/infinityTokenAbi.ts";
import { investorTokenAbi } from "@one-small-town/core/abis/investorTokenAbi.ts";
import { memberRegistryAbi } from "@one-small-town/core/abis/memberRegistryAbi.ts";
import { profitSplitterAbi } from "@one-small-town/core/abis/profitSplitterAbi.ts";
import { projectRegistryAbi } from "@one-small-town/core/abis/projectRegistryAbi.ts";
import { releasesAbi } from "@one-small-town/core/abis/releasesAbi.ts";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import { successionAbi } from "@one-small-town/core/abis/successionAbi.ts";
import { townRegistryAbi } from "@one-small-town/core/abis/townRegistryAbi.ts";
import { townTreasuryAbi } from "@one-small-town/core/abis/townTreasuryAbi.ts";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";

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
