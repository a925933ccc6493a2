import { queryOptions } from "@tanstack/react-query";
import { type Address, zeroAddress } from "viem";
import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { infinityTokenViews } from "@one-small-town/core/abis/infinityTokenViews.ts";
import { memberRegistryViews } from "@one-small-town/core/abis/memberRegistryViews.ts";
import { keyOf } from "../keys.ts";
import { readNow } from "../readNow.ts";
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
  const queryKey = keyOf(system, "memberHours", town, number, wallet);
  return queryOptions({
    queryKey,
    queryFn: ({ client }) => {
      const known = client.getQueryData<MemberHours>(queryKey);
      return readMemberHours(system, { town, number, wallet }, known?.timesheets ?? 0);
    },
  });
}

/** `expected` is how many timesheets there were when it was last read: then one request is enough. */
async function readMemberHours(system: System, member: Membership, expected: number): Promise<MemberHours> {
  const { town, number, wallet } = member;
  const { Contributions, InfinityToken, MemberRegistry } = system.deployment.addresses;
  const contributions = { address: Contributions, abi: contributionsViews } as const;
  const [pool, record, claimedUpTo, claimable, kept, pending, balance] = await readNow(system, [
    { ...contributions, functionName: "poolOf", args: [town] },
    { address: MemberRegistry, abi: memberRegistryViews, functionName: "memberAt", args: [town, BigInt(number)] },
    { ...contributions, functionName: "claimedUpTo", args: [town, BigInt(number)] },
    { ...contributions, functionName: "claimable", args: [town, number, expected] },
    { ...contributions, functionName: "keptOf", args: [town, BigInt(number)] },
    { ...contributions, functionName: "pendingOf", args: [town] },
    { address: InfinityToken, abi: infinityTokenViews, functionName: "balanceOf", args: [wallet] },
  ]);
  if (pool.timesheets !== expected) return readMemberHours(system, member, pool.timesheets);
  return {
    joinedIn: record[1],
    timesheets: pool.timesheets,
    claimedUpTo,
    infinity: claimable[0],
    cash: claimable[1],
    kept,
    balance,
    pending: pending.pointer === zeroAddress ? null : pending,
  };
}
