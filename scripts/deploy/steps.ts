import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";

/**
 * What a constructor is told: the wallet of head office, where a contract of the same deployment is or will be, or, as a
 * list, where all of them are.
 */
type Told = "headOffice" | ContractName | "allContracts";

type Step = Readonly<Partial<Record<ContractName, readonly Told[]>>>;

/**
 * The six steps of a deployment. In this order each contract is created, by one transaction, and its constructor told
 * what stands beside it. Many refer to contracts that come later: see foreseeAddresses.ts.
 */
export const steps = {
  // 1: head office holds the root from construction on.
  roles: {
    Authority: ["headOffice", "TownRegistry", "MemberRegistry"],
  },
  // 2
  members: {
    TownRegistry: ["Authority", "MemberRegistry"],
    MemberRegistry: ["Authority", "TownRegistry", "Contributions", "Succession"],
    Succession: ["Authority", "TownRegistry", "MemberRegistry"],
  },
  // 3
  projects: {
    ProjectRegistry: ["Authority", "TownRegistry", "MemberRegistry", "ShareOffering", "InvestorToken", "allContracts"],
  },
  // 4: Contributions is the only minter of INFINITY.
  hours: {
    InfinityToken: ["Contributions", "MemberRegistry"],
    Contributions: ["Authority", "TownRegistry", "MemberRegistry", "InfinityToken", "FinalDivision"],
    Benefits: ["Authority", "TownRegistry", "MemberRegistry", "Contributions"],
  },
  // 5: the InvestorToken that every business's token clones comes first.
  shares: {
    InvestorToken: ["MemberRegistry", "ShareOffering", "ProfitSplitter", "Releases"],
    ShareOffering: [
      "Authority",
      "TownRegistry",
      "MemberRegistry",
      "ProjectRegistry",
      "ProfitSplitter",
      "InvestorToken",
      "Releases",
    ],
    Releases: ["TownRegistry", "ProjectRegistry", "ShareOffering"],
  },
  // 6: FinalDivision is where a town without keys surrenders to.
  profit: {
    ProfitSplitter: ["TownRegistry", "ProjectRegistry", "Contributions", "ShareOffering", "TownTreasury"],
    TownTreasury: [
      "Authority",
      "TownRegistry",
      "MemberRegistry",
      "ProjectRegistry",
      "Contributions",
      "ProfitSplitter",
      "FinalDivision",
    ],
    FinalDivision: ["TownRegistry", "MemberRegistry", "Contributions", "TownTreasury"],
  },
} as const satisfies Record<string, Step>;

type Steps = typeof steps;

/** The contracts that the steps create: all there are, or the compiler objects where one is missing. */
type Created = { [S in keyof Steps]: keyof Steps[S] }[keyof Steps];

/** Something for each contract, in the order in which they are created. */
export function forEachContract<T>(give: (name: ContractName, order: number) => T): Record<ContractName, T> {
  const entries = contracts.map(({ name }, order) => [name, give(name, order)] as const);
  return Object.fromEntries(entries) as Record<Created, T>;
}

/** The contracts in the order in which they are created, and what each constructor is told. */
export const contracts: readonly { name: ContractName; told: readonly Told[] }[] = Object.values<Step>(steps).flatMap(
  (step) => Object.entries(step).map(([name, told]) => ({ name: name as ContractName, told })),
);
