import { queryOptions } from "@tanstack/react-query";
import { type Address, zeroAddress } from "viem";
import { getBlockNumber } from "viem/actions";
import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { infinityTokenViews } from "@one-small-town/core/abis/infinityTokenViews.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { keyOf } from "../keys.ts";
import { readMany } from "../readMany.ts";
import { readOne } from "../readOne.ts";
import type { System } from "../System.ts";

export type Membership = { town: number; number: number; wallet: Address };

/** A member's account with their town, read at one block. */
export type MemberHours = {
  /** The week they joined in: no earlier week can hold hours of theirs. */
  joinedIn: number;
  /** How many timesheets the town has finalised. */
  timesheets: number;
  /** They have been paid for the timesheets below this index. */
  claimedUpTo: number;
  /** What a claim of all the others pays: units of 1e-18 INFINITY, and of the town's currency. */
  infinity: bigint;
  cash: bigint;
  /** Cash that the currency once refused; it waits for them. */
  kept: bigint;
  /** INFINITY in their wallet. */
  balance: bigint;
  /** The town's timesheet under review; null when there is none. */
  pending: { pointer: Address; weekIndex: number; reviewEnds: number } | null;
};

export function memberHoursQuery(system: System, { town, number, wallet }: Membership) {
  return queryOptions({
    queryKey: keyOf(system, "memberHours", town, number, wallet),
    queryFn: () => readMemberHours(system, { town, number, wallet }),
    refetchInterval: 30_000,
  });
}

async function readMemberHours(
  { client, deployment: { addresses } }: System,
  { town, number, wallet }: Membership,
): Promise<MemberHours> {
  const contributions = { address: addresses.Contributions, abi: contributionsViews } as const;
  const blockNumber = await getBlockNumber(client);
  const { timesheets } = await readOne(client, {
    ...contributions,
    functionName: "poolOf",
    args: [town],
    blockNumber,
  });
  const [member, claimedUpTo, claimable, kept, pending, balance] = await readMany(
    client,
    [
      {
        address: addresses.MemberRegistry,
        abi: memberRegistryViews,
        functionName: "memberAt",
        args: [town, BigInt(number)],
      },
      { ...contributions, functionName: "claimedUpTo", args: [town, BigInt(number)] },
      { ...contributions, functionName: "claimable", args: [town, number, timesheets] },
      { ...contributions, functionName: "keptOf", args: [town, BigInt(number)] },
      { ...contributions, functionName: "pendingOf", args: [town] },
      { address: addresses.InfinityToken, abi: infinityTokenViews, functionName: "balanceOf", args: [wallet] },
    ],
    blockNumber,
  );
  return {
    joinedIn: member[1],
    timesheets,
    claimedUpTo,
    infinity: claimable[0],
    cash: claimable[1],
    kept,
    balance,
    pending: pending.pointer === zeroAddress ? null : pending,
  };
}
