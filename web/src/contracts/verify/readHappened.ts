import { authorityEvents } from "../../lib/abis/authorityEvents.ts";
import { benefitsEvents } from "../../lib/abis/benefitsEvents.ts";
import { contributionsEvents } from "../../lib/abis/contributionsEvents.ts";
import { finalDivisionEvents } from "../../lib/abis/finalDivisionEvents.ts";
import { memberRegistryEvents } from "../../lib/abis/memberRegistryEvents.ts";
import { profitSplitterEvents } from "../../lib/abis/profitSplitterEvents.ts";
import { projectRegistryEvents } from "../../lib/abis/projectRegistryEvents.ts";
import { releasesEvents } from "../../lib/abis/releasesEvents.ts";
import { shareOfferingEvents } from "../../lib/abis/shareOfferingEvents.ts";
import { successionEvents } from "../../lib/abis/successionEvents.ts";
import { townRegistryEvents } from "../../lib/abis/townRegistryEvents.ts";
import { townTreasuryEvents } from "../../lib/abis/townTreasuryEvents.ts";
import type { BlockRange } from "../BlockRange.ts";
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
