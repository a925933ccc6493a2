import { queryOptions } from "@tanstack/react-query";
import { type Address, getAbiItem } from "viem";
import { getBlockNumber } from "viem/actions";
import { contributionsViews } from "@one-small-town/core/abis/contributionsViews.ts";
import { contributionsEvents } from "@one-small-town/core/abis/contributionsEvents.ts";
import { keyOf } from "../keys.ts";
import { readLogs } from "../readLogs.ts";
import { readEach } from "../readEach.ts";
import type { System } from "../System.ts";

/** A finalised timesheet of a town. */
export type Week = {
  /** Its place in the order of finalising, from 0: what a claim counts by. */
  index: number;
  weekIndex: number;
  /** How many members were active. */
  active: number;
  /** Shifts of three hours: INFINITY minted, without its decimals. */
  shifts: number;
  /** Units of the town's currency for each active member. */
  cashPerActive: bigint;
  /** Units that did not divide by the active members: they stay for the next timesheet. */
  carry: bigint;
  /** The contract whose code holds the quarters of every member. */
  pointer: Address;
};

/** All finalised timesheets of a town, in the order of their weeks. A week in which nobody was active has none. */
export function weeksQuery(system: System, town: number) {
  return queryOptions({
    queryKey: keyOf(system, "weeks", town),
    queryFn: () => readWeeks(system, town),
    staleTime: 30_000,
  });
}

async function readWeeks({ client, deployment }: System, town: number): Promise<Week[]> {
  const contract = { address: deployment.addresses.Contributions, abi: contributionsViews } as const;
  const toBlock = await getBlockNumber(client);
  const logs = await readLogs(client, {
    address: contract.address,
    args: { town },
    fromBlock: BigInt(deployment.startBlock),
    toBlock,
    event: getAbiItem({ abi: contributionsEvents, name: "TimesheetFinalised" }),
  });
  const records = await readEach(
    client,
    logs,
    ({ args }) => [{ ...contract, functionName: "timesheetAt", args: [town, BigInt(args.index)] }],
    toBlock,
  );

  return records.map(([{ args }, [{ pointer }]]) => ({
    index: args.index,
    weekIndex: args.weekIndex,
    cashPerActive: args.cashPerActive,
    active: Number(args.active),
    shifts: Number(args.shifts),
    carry: args.carry,
    pointer,
  }));
}
