import { queryOptions } from "@tanstack/react-query";
import { getAbiItem, zeroAddress } from "viem";
import { contributionsEvents } from "@one-small-town/core/abis/contributionsEvents.ts";
import { infinityTokenViews } from "@one-small-town/core/abis/infinityTokenViews.ts";
import { infinityTokenEvents } from "@one-small-town/core/abis/infinityTokenEvents.ts";
import { keyOf } from "../keys.ts";
import { readEnd } from "../readEnd.ts";
import { readLogs } from "../readLogs.ts";
import { readOne } from "../readOne.ts";
import type { System } from "../System.ts";

/** INFINITY against the shifts it was minted for, read at one block. */
export type Supply = {
  /** Shifts of all finalised timesheets of all towns. */
  shifts: bigint;
  /** Units of 1e-18 INFINITY that exist, and that their holders burnt. */
  exists: bigint;
  burnt: bigint;
  block: bigint;
};

export function supplyQuery(system: System) {
  return queryOptions({ queryKey: keyOf(system, "supply"), queryFn: () => readSupply(system), staleTime: 30_000 });
}

async function readSupply({ client, deployment: { addresses, startBlock } }: System): Promise<Supply> {
  const { number: block } = await readEnd(client);
  const range = { fromBlock: BigInt(startBlock), toBlock: block };
  const token = { address: addresses.InfinityToken, abi: infinityTokenViews } as const;
  const [exists, weeks, burns] = await Promise.all([
    readOne(client, { ...token, functionName: "totalSupply", blockNumber: block }),
    readLogs(client, {
      ...range,
      address: addresses.Contributions,
      event: getAbiItem({ abi: contributionsEvents, name: "TimesheetFinalised" }),
    }),
    readLogs(client, {
      ...range,
      address: token.address,
      args: { to: zeroAddress },
      event: getAbiItem({ abi: infinityTokenEvents, name: "Transfer" }),
    }),
  ]);
  return {
    exists,
    block,
    shifts: weeks.reduce((sum, { args }) => sum + args.shifts, 0n),
    burnt: burns.reduce((sum, { args }) => sum + args.value, 0n),
  };
}
