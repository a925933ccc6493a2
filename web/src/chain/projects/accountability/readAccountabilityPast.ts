import { getAbiItem, isAddressEqual, zeroHash } from "viem";
import { authorityEvents } from "@one-small-town/core/abis/authorityEvents.ts";
import { authorityViews } from "@one-small-town/core/abis/authorityViews.ts";
import { townOfProject } from "@one-small-town/core/projects/projects.ts";
import { readPast, requireTold } from "../../past/readPast.ts";
import { readEnd } from "../../readEnd.ts";
import { readBlockTimes } from "../../readBlockTimes.ts";
import { readNow } from "../../readNow.ts";
import { readHolders } from "../../shares/readHolders.ts";
import type { System } from "../../System.ts";
import type { AccountabilityNow, AccountabilityPast } from "./Accountability.ts";
import { readDatedDeposits } from "./readDatedDeposits.ts";
import { readHistory } from "./readHistory.ts";
import { readReleases } from "./readReleases.ts";

/** Everything that happened to a business so far. */
export async function readAccountabilityPast(
  system: System,
  business: bigint,
  { sale, keys }: AccountabilityNow,
): Promise<AccountabilityPast> {
  const { number: block } = await readEnd(system.client);
  const history = await readHistory(system, { business, block });
  const [deposits, releases, holders, headOfficeSince] = await Promise.all([
    readDatedDeposits(system, { business, block }, history.management),
    sale === null ? [] : readReleases(system, sale, block),
    sale === null ? [] : readHolders(system, { token: sale.token, town: townOfProject(business) }, block),
    readHeadOfficeSince(system, keys, block),
  ]);
  const firstPaid = releases.flatMap(({ state }) => (state.is === "paid" ? [state.at] : [])).at(0) ?? null;
  return {
    atWork: { from: earlier(history.operatingSince, firstPaid), until: history.closedSince },
    deposits,
    holders,
    releases,
    headOfficeSince,
    managedSince: history.managedSince,
  };
}

async function readHeadOfficeSince(system: System, { headOffice }: AccountabilityNow["keys"], toBlock: bigint) {
  if (headOffice === null) return null;
  const { Authority: address } = system.deployment.addresses;
  const view = { address, abi: authorityViews, functionName: "headOffice" } as const;
  const [[holder], granted] = await Promise.all([
    readNow(system, [view], { block: toBlock }),
    readPast(system, {
      address,
      args: { role: zeroHash, account: headOffice.wallet },
      event: getAbiItem({ abi: authorityEvents, name: "RoleGranted" }),
      toBlock,
    }),
  ]);
  requireTold(system, granted.length > 0 || !isAddressEqual(holder, headOffice.wallet), "changes of head office");
  const last = granted.at(-1);
  return last === undefined ? null : (await readBlockTimes(system, [last]))(last);
}

/** Whoever has taken money of a sale owes accounts, at work or not. */
function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
