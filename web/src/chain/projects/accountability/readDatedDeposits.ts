import { type ManagementChange, ranBusiness } from "@one-small-town/core/projects/ranBusiness.ts";
import { toDeposit } from "../../profit/Deposit.ts";
import { readDeposits } from "../../profit/readDeposits.ts";
import { readDays } from "../../readDays.ts";
import type { System } from "../../System.ts";
import type { DatedDeposit } from "./Accountability.ts";

/** All profit that came in for a business up to a block, oldest first. `management` is who ran it and was paid, and since when. */
export async function readDatedDeposits(
  system: System,
  { business, block }: { business: bigint; block: bigint },
  management: readonly ManagementChange[],
): Promise<DatedDeposit[]> {
  const logs = await readDeposits(system, business, block);
  const dayOf = await readDays(system, logs);
  return logs.map((log) => {
    const { by } = log.args;
    const isByBusiness = ranBusiness({ ...log, by }, management);
    return { ...toDeposit(log.args), blockNumber: log.blockNumber, at: dayOf(log), by, isByBusiness };
  });
}
