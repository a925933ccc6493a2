import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import { eventsOf } from "@one-small-town/core/verify/eventsOf.ts";
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
  const read = <name extends ContractName>(name: name) =>
    part(readEvents(client, { address: addresses[name], abi: eventsOf(name), ...blocks, times }));
  return {
    roles: read("Authority"),
    towns: read("TownRegistry"),
    members: read("MemberRegistry"),
    successions: read("Succession"),
    projects: read("ProjectRegistry"),
    infinity: read("InfinityToken"),
    hours: read("Contributions"),
    benefits: read("Benefits"),
    sales: read("ShareOffering"),
    releases: read("Releases"),
    profits: read("ProfitSplitter"),
    treasury: read("TownTreasury"),
    divisions: read("FinalDivision"),
  };
}
