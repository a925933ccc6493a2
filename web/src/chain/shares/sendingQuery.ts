import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { releasesViews } from "@one-small-town/core/abis/releasesViews.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { type Tier, tiers } from "@one-small-town/core/rules/enumerations.ts";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import type { ShareToken } from "./shareTokensQuery.ts";

type Asked = { token: ShareToken; from: Address; to: Address };

/** What decides whether shares may go from one person to another, but for their number. */
export function sendingQuery(system: System, asked: Asked) {
  return queryOptions({
    queryKey: keyOf(system, "sending", asked.token.address, asked.from, asked.to),
    queryFn: () => readSending(system, asked),
  });
}

export async function readSending(
  system: System,
  { token, from, to }: Asked,
): Promise<{ held: bigint; isPledged: boolean; tier: Tier; scope: Tier }> {
  const { MemberRegistry, Releases } = system.deployment.addresses;
  const shares = { address: token.address, abi: investorTokenViews } as const;
  const town = townOfProject(token.business);
  const [held, isPledged, ledger, tier] = await readNow(system, [
    { ...shares, functionName: "balanceOf", args: [from] },
    { address: Releases, abi: releasesViews, functionName: "isHeld", args: [token.business, from] },
    { ...shares, functionName: "ledger" },
    { address: MemberRegistry, abi: memberRegistryViews, functionName: "tierOf", args: [to, town] },
  ]);
  return { held, isPledged, tier: decode(tiers, tier), scope: decode(tiers, ledger.scope) };
}
