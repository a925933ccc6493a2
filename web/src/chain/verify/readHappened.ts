import { authorityEvents } from "@one-small-town/core/abis/authorityEvents.ts";
import { benefitsEvents } from "@one-small-town/core/abis/benefitsEvents.ts";
import { contributionsEvents } from "@one-small-town/core/abis/contributionsEvents.ts";
import { finalDivisionEvents } from "@one-small-town/core/abis/finalDivisionEvents.ts";
import { memberRegistryEvents } from "@one-small-town/core/abis/memberRegistryEvents.ts";
import { profitSplitterEvents } from "@one-small-town/core/abis/profitSplitterEvents.ts";
import { projectRegistryEvents } from "@one-small-town/core/abis/projectRegistryEvents.ts";
import { releasesEvents } from "@one-small-town/core/abis/releasesEvents.ts";
import { shareOfferingEvents } from "@one-small-town/core/abis/shareOfferingEvents.ts";
import { successionEvents } from "@one-small-town/core/abis/successionEvents.ts";
import { townRegistryEvents } from "@one-small-town/core/abis/townRegistryEvents.ts";
import { townTreasuryEvents } from "@one-small-town/core/abis/townTreasuryEvents.ts";
import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import { readEvents } from "../readEvents.ts";
import type { System } from "../System.ts";

export type Part = <result>(reading: Promise<result>) => Promise<result | null>;

/** Everything that ever happened in the contracts of a deployment, contract by contract. */
export function readHappened(
  { client, deployment: { addresses } }: Pick<System, "client" | "deployment">,
  blocks: BlockRange,
  times: Map<bigint, number>,
  part: Part,
) {
  const range = { ...blocks, times };
  return {
    roles: part(readEvents(client, { address: addresses.Authority, abi: authorityEvents, ...range })),
    towns: part(readEvents(client, { address: addresses.TownRegistry, abi: townRegistryEvents, ...range })),
    members: part(readEvents(client, { address: addresses.MemberRegistry, abi: memberRegistryEvents, ...range })),
    successions: part(readEvents(client, { address: addresses.Succession, abi: successionEvents, ...range })),
    projects: part(readEvents(client, { address: addresses.ProjectRegistry, abi: projectRegistryEvents, ...range })),
    hours: part(readEvents(client, { address: addresses.Contributions, abi: contributionsEvents, ...range })),
    benefits: part(readEvents(client, { address: addresses.Benefits, abi: benefitsEvents, ...range })),
    sales: part(readEvents(client, { address: addresses.ShareOffering, abi: shareOfferingEvents, ...range })),
    releases: part(readEvents(client, { address: addresses.Releases, abi: releasesEvents, ...range })),
    profits: part(readEvents(client, { address: addresses.ProfitSplitter, abi: profitSplitterEvents, ...range })),
    treasury: part(readEvents(client, { address: addresses.TownTreasury, abi: townTreasuryEvents, ...range })),
    divisions: part(readEvents(client, { address: addresses.FinalDivision, abi: finalDivisionEvents, ...range })),
  };
}
