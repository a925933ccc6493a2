import { queryOptions } from "@tanstack/react-query";
import { zeroHash } from "viem";
import { projectRegistryViews } from "@one-small-town/core/abis/projectRegistryViews.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import type { Document } from "@one-small-town/core/documents/Document.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { projectStages } from "@one-small-town/core/rules/enumerations.ts";
import { blockQuery } from "../../blockQuery.ts";
import { keyOf } from "../../keys.ts";
import { readDeed } from "../../profit/deedQuery.ts";
import { readNow } from "../../readNow.ts";
import { readOffering } from "../../shares/offeringQuery.ts";
import type { System } from "../../System.ts";
import type { AccountabilityNow } from "./Accountability.ts";
import { readKeys } from "./readKeys.ts";

/** What a business promised, and is now. */
export function accountabilityQuery(system: System, business: bigint) {
  return queryOptions({
    queryKey: keyOf(system, "accountability", business),
    queryFn: async ({ client }) =>
      readAccountability(system, { business, ...(await client.fetchQuery({ ...blockQuery(system), retry: false })) }),
  });
}

/** About how long the addresses of three documents are. */
const TEXTS = 1_500;

type Asked = { business: bigint; number: bigint; timestamp: number };

async function readAccountability(
  system: System,
  { business, number: block, timestamp: now }: Asked,
): Promise<AccountabilityNow> {
  const { ProjectRegistry, ShareOffering } = system.deployment.addresses;
  const registry = { address: ProjectRegistry, abi: projectRegistryViews } as const;
  const of = { business, block };
  const record = readNow(
    system,
    [
      { ...registry, functionName: "projectOf", args: [business] },
      { ...registry, functionName: "documentsOf", args: [business] },
      { address: ShareOffering, abi: shareOfferingViews, functionName: "latestOf", args: [business] },
    ],
    { bytes: TEXTS, block },
  );
  const [[{ stage }, [, plan, pack]], sale, deed, keys] = await Promise.all([
    record,
    record.then(([, , latest]) => (latest === 0n ? null : readOffering(system, latest, block))),
    readDeed(system, business, block),
    readKeys(
      system,
      of,
      record.then(([{ manager, payout }]) => ({ manager, payout })),
    ),
  ]);
  return {
    block,
    now,
    stage: decode(projectStages, stage),
    plan: unlessNone(plan),
    pack: unlessNone(pack),
    sale,
    deed,
    keys,
  };
}

function unlessNone({ hash, uri }: Document): Document | null {
  return hash === zeroHash ? null : { hash, uri };
}
