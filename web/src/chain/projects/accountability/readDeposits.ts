import { getAbiItem } from "viem";
import { profitSplitterEvents } from "@one-small-town/core/abis/profitSplitterEvents.ts";
import { type ManagementChange, ranBusiness } from "@one-small-town/core/projects/ranBusiness.ts";
import { toDeposit } from "../../profit/Deposit.ts";
import { readBlockTimes } from "../../readBlockTimes.ts";
import { readLogs } from "../../readLogs.ts";
import type { System } from "../../System.ts";
import type { DatedDeposit } from "./Accountability.ts";

/** All profit that came in for a business up to a block, oldest first. `management` is who ran it and was paid, and since when. */
export async function readDeposits(
  { client, deployment }: System,
  { business, block }: { business: bigint; block: bigint },
  management: readonly ManagementChange[],
): Promise<DatedDeposit[]> {
  const logs = await readLogs(client, {
    address: deployment.addresses.ProfitSplitter,
    args: { business },
    event: getAbiItem({ abi: profitSplitterEvents, name: "ProfitDeposited" }),
    fromBlock: BigInt(deployment.startBlock),
    toBlock: block,
  });
  const timeOf = await readBlockTimes(client, logs);
  return logs.map((log) => {
    const { by } = log.args;
    const isByBusiness = ranBusiness({ ...log, by }, management);
    return { ...toDeposit(log.args), at: timeOf(log), by, isByBusiness };
  });
}
