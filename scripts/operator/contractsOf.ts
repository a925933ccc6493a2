import { Contract, type ContractRunner } from "ethers";
import type {
  Authority,
  Contributions,
  InfinityToken,
  MemberRegistry,
  ProfitSplitter,
  ProjectRegistry,
  ShareOffering,
  TownRegistry,
  TownTreasury,
} from "../../types/ethers-contracts/index.js";
import { authorityAbi } from "../../web/src/lib/abis/authorityAbi.ts";
import { contributionsAbi } from "../../web/src/lib/abis/contributionsAbi.ts";
import { infinityTokenAbi } from "../../web/src/lib/abis/infinityTokenAbi.ts";
import { memberRegistryAbi } from "../../web/src/lib/abis/memberRegistryAbi.ts";
import { profitSplitterAbi } from "../../web/src/lib/abis/profitSplitterAbi.ts";
import { projectRegistryAbi } from "../../web/src/lib/abis/projectRegistryAbi.ts";
import { shareOfferingAbi } from "../../web/src/lib/abis/shareOfferingAbi.ts";
import { townRegistryAbi } from "../../web/src/lib/abis/townRegistryAbi.ts";
import { townTreasuryAbi } from "../../web/src/lib/abis/townTreasuryAbi.ts";
import type { Deployment } from "../../web/src/lib/deployment/Deployment.ts";
import { interfaceOf } from "./interfaceOf.ts";

export type Contracts = {
  authority: Authority;
  townRegistry: TownRegistry;
  memberRegistry: MemberRegistry;
  projectRegistry: ProjectRegistry;
  infinityToken: InfinityToken;
  contributions: Contributions;
  shareOffering: ShareOffering;
  profitSplitter: ProfitSplitter;
  townTreasury: TownTreasury;
};

/** The contracts of a deployment, to read from. */
export function contractsOf({ addresses }: Deployment, runner: ContractRunner): Contracts {
  const contracts = {
    authority: new Contract(addresses.Authority, interfaceOf(authorityAbi), runner),
    townRegistry: new Contract(addresses.TownRegistry, interfaceOf(townRegistryAbi), runner),
    memberRegistry: new Contract(addresses.MemberRegistry, interfaceOf(memberRegistryAbi), runner),
    projectRegistry: new Contract(addresses.ProjectRegistry, interfaceOf(projectRegistryAbi), runner),
    infinityToken: new Contract(addresses.InfinityToken, interfaceOf(infinityTokenAbi), runner),
    contributions: new Contract(addresses.Contributions, interfaceOf(contributionsAbi), runner),
    shareOffering: new Contract(addresses.ShareOffering, interfaceOf(shareOfferingAbi), runner),
    profitSplitter: new Contract(addresses.ProfitSplitter, interfaceOf(profitSplitterAbi), runner),
    townTreasury: new Contract(addresses.TownTreasury, interfaceOf(townTreasuryAbi), runner),
  };
  return contracts as unknown as Contracts;
}
