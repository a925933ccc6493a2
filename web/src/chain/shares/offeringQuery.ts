import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import { releasesViews } from "@one-small-town/core/abis/releasesViews.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { type Phase, phases, type Tier, tiers } from "@one-small-town/core/rules/enumerations.ts";
import { endsOf, type Terms } from "@one-small-town/core/shares/Terms.ts";
import { plainText } from "@one-small-town/core/text.ts";
import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { getBlockNumber } from "viem/actions";
import { keyOf } from "../keys.ts";
import { readMany } from "../readMany.ts";
import type { System } from "../System.ts";

/** A sale of shares, read at one block: its terms, and where it stands. */
export type Offering = Terms & {
  id: bigint;
  token: Address;
  currency: Address;
  phase: Phase;
  /** Shares sold and not given back. */
  sold: number;
  /** Who may receive shares once they are unlocked; none before. */
  scope: Tier;
  nextTranche: number;
  released: bigint;
  /** From when on what is left goes to the holders, in seconds; 0 while the business gets it. */
  windUpFrom: number;
};

export function offeringQuery(system: System, id: bigint) {
  return queryOptions({
    queryKey: keyOf(system, "offering", id),
    queryFn: () => readOffering(system, id),
    refetchInterval: 15_000,
  });
}

/** What the chain says of an offering now, or at a block; null when there is none with this id. */
export async function readOffering(
  { client, deployment }: System,
  id: bigint,
  atBlock?: bigint,
): Promise<Offering | null> {
  const contract = { address: deployment.addresses.ShareOffering, abi: shareOfferingViews } as const;
  const block = atBlock ?? (await getBlockNumber(client));
  const releases = { address: deployment.addresses.Releases, abi: releasesViews } as const;
  const [count, phase, sale, asset, released, progress] = await readMany(
    client,
    [
      { ...contract, functionName: "offeringCount" },
      { ...contract, functionName: "phaseOf", args: [id] },
      { ...contract, functionName: "saleOf", args: [id] },
      { ...contract, functionName: "assetOf", args: [id] },
      { ...contract, functionName: "releasedOf", args: [id] },
      { ...releases, functionName: "progressOf", args: [id] },
    ],
    block,
  );
  if (id < 1n || id > count) return null;

  const [supply, terms] = await readMany(
    client,
    [
      { address: asset.token, abi: investorTokenViews, functionName: "totalSupply" },
      { ...contract, functionName: "termsOf", args: [id] },
    ],
    block,
  );
  return {
    id,
    business: asset.business,
    token: asset.token,
    currency: asset.currency,
    price: asset.price,
    name: plainText(terms.name),
    symbol: plainText(terms.symbol),
    phase: decode(phases, phase),
    scope: decode(tiers, sale.scope),
    goal: sale.goal,
    cap: sale.cap,
    limitLocal: sale.limitLocal,
    limitLater: sale.limitLater,
    opens: sale.opens,
    ...endsOf(sale),
    sold: Number(supply),
    deed: terms.deed,
    plan: terms.plan,
    pack: terms.pack,
    tranches: terms.tranches,
    nextTranche: progress.next,
    released,
    windUpFrom: progress.windUpFrom,
  };
}
