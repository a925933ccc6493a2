import { allErrors } from "@one-small-town/core/abis/allErrors.ts";
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
import { testDollarAbi } from "@one-small-town/core/abis/testDollarAbi.ts";
import { townRegistryAbi } from "@one-small-town/core/abis/townRegistryAbi.ts";
import { townTreasuryAbi } from "@one-small-town/core/abis/townTreasuryAbi.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { Contract, type ContractRunner, Interface, type InterfaceAbi } from "ethers";
import type {
  Authority,
  Benefits,
  Contributions,
  FinalDivision,
  InfinityToken,
  InvestorToken,
  MemberRegistry,
  ProfitSplitter,
  ProjectRegistry,
  Releases,
  ShareOffering,
  Succession,
  TestDollar,
  TownRegistry,
  TownTreasury,
} from "../../types/ethers-contracts/index.js";

const interfaces = new WeakMap<object, Interface>();

/** An ABI as ethers reads it, with the errors of all contracts; read once, because that takes longer than most calls. */
export function interfaceOf(abi: readonly unknown[]): Interface {
  const known = interfaces.get(abi);
  if (known !== undefined) return known;
  const read = new Interface([...abi, ...allErrors] as InterfaceAbi);
  interfaces.set(abi, read);
  return read;
}

export type Contracts = {
  authority: Authority;
  townRegistry: TownRegistry;
  memberRegistry: MemberRegistry;
  succession: Succession;
  projectRegistry: ProjectRegistry;
  infinityToken: InfinityToken;
  contributions: Contributions;
  benefits: Benefits;
  shareOffering: ShareOffering;
  releases: Releases;
  profitSplitter: ProfitSplitter;
  townTreasury: TownTreasury;
  finalDivision: FinalDivision;
};

/** The contracts of a deployment, to read from. */
export function contractsOf({ addresses }: Deployment, runner: ContractRunner): Contracts {
  const contracts = {
    authority: new Contract(addresses.Authority, interfaceOf(authorityAbi), runner),
    townRegistry: new Contract(addresses.TownRegistry, interfaceOf(townRegistryAbi), runner),
    memberRegistry: new Contract(addresses.MemberRegistry, interfaceOf(memberRegistryAbi), runner),
    succession: new Contract(addresses.Succession, interfaceOf(successionAbi), runner),
    projectRegistry: new Contract(addresses.ProjectRegistry, interfaceOf(projectRegistryAbi), runner),
    infinityToken: new Contract(addresses.InfinityToken, interfaceOf(infinityTokenAbi), runner),
    contributions: new Contract(addresses.Contributions, interfaceOf(contributionsAbi), runner),
    benefits: new Contract(addresses.Benefits, interfaceOf(benefitsAbi), runner),
    shareOffering: new Contract(addresses.ShareOffering, interfaceOf(shareOfferingAbi), runner),
    releases: new Contract(addresses.Releases, interfaceOf(releasesAbi), runner),
    profitSplitter: new Contract(addresses.ProfitSplitter, interfaceOf(profitSplitterAbi), runner),
    townTreasury: new Contract(addresses.TownTreasury, interfaceOf(townTreasuryAbi), runner),
    finalDivision: new Contract(addresses.FinalDivision, interfaceOf(finalDivisionAbi), runner),
  };
  return contracts as unknown as Contracts;
}

/** The share token of one business. */
export function tokenAt(address: string, runner: ContractRunner): InvestorToken {
  return new Contract(address, interfaceOf(investorTokenAbi), runner) as unknown as InvestorToken;
}

/** A currency. Only TestDollar, of local chains, has `mint`. */
export function currencyAt(address: string, runner: ContractRunner): TestDollar {
  return new Contract(address, interfaceOf(testDollarAbi), runner) as unknown as TestDollar;
}
