import { queryOptions } from "@tanstack/react-query";
import { type Address, zeroAddress } from "viem";
import { getBlockNumber } from "viem/actions";
import { authorityAbi } from "../../lib/abis/authorityAbi.ts";
import { contributionsAbi } from "../../lib/abis/contributionsAbi.ts";
import { memberRegistryAbi } from "../../lib/abis/memberRegistryAbi.ts";
import { townRegistryAbi } from "../../lib/abis/townRegistryAbi.ts";
import { townTreasuryAbi } from "../../lib/abis/townTreasuryAbi.ts";
import { roleIds } from "../../lib/roles/roleIds.ts";
import { keyOf } from "../keyOf.ts";
import { readMany } from "../readMany.ts";
import { readOne } from "../readOne.ts";
import type { System } from "../System.ts";

/** What a town has and who holds its keys, read at one block. Money in units of the town's currency. */
export type TownFigures = {
  members: number;
  /** Whether both ambassadors act; a town without is dormant. */
  isActive: boolean;
  /** Null when nobody holds the key. */
  townAmbassador: Address | null;
  countryAmbassador: Address | null;
  fund: bigint;
  /** For the members: what past weeks left over, and what is added for the next week. */
  carry: bigint;
  running: bigint;
  /** The timesheet under review; null when there is none. */
  pending: { weekIndex: number; reviewEnds: number } | null;
};

export function townFiguresQuery(system: System, town: number) {
  return queryOptions({
    queryKey: keyOf(system, "townFigures", town),
    queryFn: () => readTownFigures(system, town),
    refetchInterval: 30_000,
  });
}

async function readTownFigures({ client, deployment: { addresses } }: System, town: number): Promise<TownFigures> {
  const towns = { address: addresses.TownRegistry, abi: townRegistryAbi, args: [town] } as const;
  const hours = { address: addresses.Contributions, abi: contributionsAbi, args: [town] } as const;
  const blockNumber = await getBlockNumber(client);
  const country = await readOne(client, { ...towns, functionName: "countryOf", blockNumber });
  const [members, isActive, townAmbassador, countryAmbassador, fund, pool, pending] = await readMany(
    client,
    [
      { address: addresses.MemberRegistry, abi: memberRegistryAbi, functionName: "memberCount", args: [town] },
      { ...towns, functionName: "isActive" },
      { ...towns, functionName: "townAmbassadorOf" },
      {
        ...{ address: addresses.Authority, abi: authorityAbi, functionName: "ambassadorOf" },
        args: [roleIds.countryAmbassador(country)],
      },
      { address: addresses.TownTreasury, abi: townTreasuryAbi, functionName: "fundOf", args: [town] },
      { ...hours, functionName: "poolOf" },
      { ...hours, functionName: "pendingOf" },
    ],
    blockNumber,
  );
  return {
    ...{ members, isActive, fund, carry: pool.carry, running: pool.running },
    ...{ townAmbassador: holderOrNull(townAmbassador), countryAmbassador: holderOrNull(countryAmbassador[0]) },
    pending: pending.pointer === zeroAddress ? null : pending,
  };
}

function holderOrNull(holder: Address): Address | null {
  return holder === zeroAddress ? null : holder;
}
