import { getAbiItem } from "viem";
import { projectRegistryEvents } from "@one-small-town/core/abis/projectRegistryEvents.ts";
import { readPast } from "../../past/readPast.ts";
import { readBlockTimes } from "../../readBlockTimes.ts";
import type { System } from "../../System.ts";

const abi = projectRegistryEvents;

/** A project's course up to a block: when it began and ended (seconds), who ran it and is paid. */
export async function readHistory(system: System, { business, block }: { business: bigint; block: bigint }) {
  const wanted = {
    address: system.deployment.addresses.ProjectRegistry,
    args: { project: business },
    toBlock: block,
  };
  const [operating, closed, managed] = await Promise.all([
    readPast(system, { ...wanted, event: getAbiItem({ abi, name: "ProjectOperating" }) }),
    readPast(system, { ...wanted, event: getAbiItem({ abi, name: "ProjectClosed" }) }),
    readPast(system, { ...wanted, event: getAbiItem({ abi, name: "ManagementChanged" }) }),
  ]);
  const timeOf = await readBlockTimes(system, [...operating, ...closed, ...managed]);
  const latest = (logs: readonly { blockNumber: bigint }[]) => {
    const log = logs.at(-1);
    return log === undefined ? null : timeOf(log);
  };
  return {
    operatingSince: latest(operating),
    closedSince: latest(closed),
    managedSince: latest(managed),
    management: managed.map(({ args, blockNumber, logIndex }) => ({ ...args, blockNumber, logIndex })),
  };
}
