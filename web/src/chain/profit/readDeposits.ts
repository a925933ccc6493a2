import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import { profitSplitterEvents } from "@one-small-town/core/abis/profitSplitterEvents.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { getAbiItem } from "viem";
import { readPast, requireTold } from "../past/readPast.ts";
import { readEnd } from "../readEnd.ts";
import { readNow } from "../readNow.ts";
import { readAsset } from "../shares/readAsset.ts";
import type { System } from "../System.ts";

/** The events of all profit that came in for a business, oldest first; until a block, if one is named. */
export async function readDeposits(system: System, business: bigint, toBlock?: bigint) {
  const deposits = await readPast(system, {
    address: system.deployment.addresses.ProfitSplitter,
    args: { business },
    event: getAbiItem({ abi: profitSplitterEvents, name: "ProfitDeposited" }),
    ...(toBlock === undefined ? {} : { toBlock }),
  });
  if (deposits.length === 0) {
    const block = toBlock ?? (await readEnd(system.client)).number;
    requireTold(system, !(await hasPaidShares(system, business, block)), "profits of a business");
  }
  return deposits;
}

/** Whether the shares of a business were ever paid a dividend. */
async function hasPaidShares(system: System, business: bigint, block: bigint): Promise<boolean> {
  const sales = { address: system.deployment.addresses.ShareOffering, abi: shareOfferingViews } as const;
  const [offering] = await readNow(system, [{ ...sales, functionName: "latestOf", args: [business] }], { block });
  if (offering === 0n) return false;
  const { token } = await readAsset(system, offering);
  const [{ perShare }] = await readNow(system, [{ address: token, abi: investorTokenViews, functionName: "ledger" }], {
    block,
  });
  return perShare > 0n;
}
