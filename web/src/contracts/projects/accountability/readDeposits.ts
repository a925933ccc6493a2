import { type Address, getAbiItem, isAddressEqual } from "viem";
import { profitSplitterAbi } from "../../../lib/abis/profitSplitterAbi.ts";
import { toDeposit } from "../../profit/toDeposit.ts";
import { readBlockTimes } from "../../readBlockTimes.ts";
import { readLogs } from "../../readLogs.ts";
import type { System } from "../../System.ts";
import type { DatedDeposit } from "./Accountability.ts";

/** All profit that came in for a business up to a block, oldest first. `insiders` are those who ever ran it or were paid. */
export async function readDeposits(
  { client, deployment }: System,
  { business, block }: { business: bigint; block: bigint },
  insiders: readonly Address[],
): Promise<DatedDeposit[]> {
  const logs = await readLogs(client, {
    ...{ address: deployment.addresses.ProfitSplitter, args: { business } },
    event: getAbiItem({ abi: profitSplitterAbi, name: "ProfitDeposited" }),
    ...{ fromBlock: BigInt(deployment.startBlock), toBlock: block },
  });
  const timeOf = await readBlockTimes(client, logs);
  return logs.map((log) => {
    const { by } = log.args;
    const isByBusiness = insiders.some((insider) => isAddressEqual(insider, by));
    return { ...toDeposit(log.args), at: timeOf(log), by, isByBusiness };
  });
}
