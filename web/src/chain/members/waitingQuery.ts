import { queryOptions } from "@tanstack/react-query";
import { authorityViews } from "@one-small-town/core/abis/authorityViews.ts";
import { townRegistryViews } from "@one-small-town/core/abis/townRegistryViews.ts";
import { roleIds } from "@one-small-town/core/roles/roleIds.ts";
import { NAMING_LASTS } from "@one-small-town/core/rules/Authority.ts";
import type { Address, Hex } from "viem";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";

/** What a town's ambassador has begun, and the Country Ambassador has not agreed to yet; moments in seconds. */
export type Waiting = {
  namings: readonly { role: Hex; wallet: Address; until: number }[];
  /** How many new people may be added a week, and the higher number that was asked for; null when none was. */
  limit: { aWeek: number; raise: { aWeek: number; until: number } | null };
};

export function waitingQuery(system: System, town: number) {
  return queryOptions({
    queryKey: keyOf(system, "waiting", town),
    queryFn: () => readWaiting(system, town),
  });
}

export async function readWaiting(system: System, town: number): Promise<Waiting> {
  const { Authority, TownRegistry } = system.deployment.addresses;
  const [namings, limit] = await readNow(system, [
    { address: Authority, abi: authorityViews, functionName: "namingsOf", args: [town] },
    {
      address: TownRegistry,
      abi: townRegistryViews,
      functionName: "attestationLimitOf",
      args: [roleIds.townAmbassador(town)],
    },
  ]);
  const { aWeek, proposed, until } = limit;
  return {
    namings: namings.map(({ role, wallet, namedAt }) => ({ role, wallet, until: namedAt + NAMING_LASTS })),
    limit: { aWeek, raise: proposed === 0 ? null : { aWeek: proposed, until: Number(until) } },
  };
}
