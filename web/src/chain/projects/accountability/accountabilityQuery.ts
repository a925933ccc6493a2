import { queryOptions } from "@tanstack/react-query";
import { projectRegistryViews } from "@one-small-town/core/abis/projectRegistryViews.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { projectStages } from "@one-small-town/core/rules/enumerations.ts";
import { keyOf } from "../../keys.ts";
import { readDeed } from "../../profit/deedQuery.ts";
import { readEnd } from "../../readEnd.ts";
import { readMany } from "../../readMany.ts";
import type { System } from "../../System.ts";
import type { Accountability } from "./Accountability.ts";
import { readDeposits } from "./readDeposits.ts";
import { readHistory } from "./readHistory.ts";
import { readKeys } from "./readKeys.ts";
import { readSale } from "./readSale.ts";

/** What a business of a country promised and did. */
export function accountabilityQuery(system: System, business: bigint, country: number) {
  return queryOptions({
    queryKey: keyOf(system, "accountability", business),
    queryFn: () => readAccountability(system, business, country),
    refetchInterval: 60_000,
  });
}

async function readAccountability(system: System, business: bigint, country: number): Promise<Accountability> {
  const { client, deployment } = system;
  const { number: block, timestamp } = await readEnd(client);
  const [record, latest] = await readMany(
    client,
    [
      {
        address: deployment.addresses.ProjectRegistry,
        abi: projectRegistryViews,
        functionName: "projectOf",
        args: [business],
      },
      {
        address: deployment.addresses.ShareOffering,
        abi: shareOfferingViews,
        functionName: "latestOf",
        args: [business],
      },
    ],
    block,
  );
  const [history, sale, deed] = await Promise.all([
    readHistory(system, { business, block }, record),
    latest === 0n ? null : readSale(system, latest, block),
    readDeed(system, business, block),
  ]);
  const [deposits, keys] = await Promise.all([
    readDeposits(system, { business, block }, history.management),
    readKeys(system, { business, country, block }, { ...record, since: history.managedSince }),
  ]);
  const firstPaid = sale?.releases.flatMap(({ state }) => (state.is === "paid" ? [state.at] : [])).at(0) ?? null;
  return {
    block,
    now: timestamp,
    stage: decode(projectStages, record.stage),
    deposits,
    sale,
    deed,
    keys,
    plan: history.plan,
    pack: history.pack,
    atWork: { from: earlier(history.operatingSince, firstPaid), until: history.closedSince },
  };
}

/** Whoever has taken money of a sale owes accounts, at work or not. */
function earlier(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}
