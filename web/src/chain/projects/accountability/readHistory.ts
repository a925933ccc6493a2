import { getAbiItem, zeroAddress } from "viem";
import { projectRegistryEvents } from "@one-small-town/core/abis/projectRegistryEvents.ts";
import { projectRegistryViews } from "@one-small-town/core/abis/projectRegistryViews.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { projectStages } from "@one-small-town/core/rules/enumerations.ts";
import { readPast, requireTold } from "../../past/readPast.ts";
import { readBlockTimes } from "../../readBlockTimes.ts";
import { readNow } from "../../readNow.ts";
import type { System } from "../../System.ts";

const abi = projectRegistryEvents;

/** A project's course up to a block: when it began and ended (seconds), who ran it and is paid. */
export async function readHistory(system: System, { business, block }: { business: bigint; block: bigint }) {
  const wanted = {
    address: system.deployment.addresses.ProjectRegistry,
    args: { project: business },
    toBlock: block,
  };
  const view = { address: wanted.address, abi: projectRegistryViews, functionName: "projectOf" } as const;
  const [operating, closed, managed, [{ stage, manager }]] = await Promise.all([
    readPast(system, { ...wanted, event: getAbiItem({ abi, name: "ProjectOperating" }) }),
    readPast(system, { ...wanted, event: getAbiItem({ abi, name: "ProjectClosed" }) }),
    readPast(system, { ...wanted, event: getAbiItem({ abi, name: "ManagementChanged" }) }),
    readNow(system, [{ ...view, args: [business] }], { block }),
  ]);
  const now = decode(projectStages, stage);
  const isStageTold = (now !== "operating" || operating.length > 0) && (now !== "closed" || closed.length > 0);
  const isManagerTold = manager === zeroAddress || managed.length > 0;
  requireTold(system, isStageTold && isManagerTold, "stages of a business");
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
