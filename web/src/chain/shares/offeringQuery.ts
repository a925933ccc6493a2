import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import { releasesViews } from "@one-small-town/core/abis/releasesViews.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { type Phase, phases, type Tier, tiers } from "@one-small-town/core/rules/enumerations.ts";
import { endsOf, type Terms } from "@one-small-town/core/shares/Terms.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { queryOptions } from "@tanstack/react-query";
import { type Address, zeroAddress } from "viem";
import { keptOr } from "../kept.ts";
import { keyOf } from "../keys.ts";
import { readCurrency } from "../members/readCurrency.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { readAsset } from "./readAsset.ts";

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
  });
}

/** What the chain says of an offering now, or at a block by which it was there; null when there is none with this id. */
export async function readOffering(system: System, id: bigint, block?: bigint): Promise<Offering | null> {
  const { ShareOffering, Releases } = system.deployment.addresses;
  const sales = { address: ShareOffering, abi: shareOfferingViews } as const;
  const [{ token, ...asset }, [phase, sale, released, progress], terms, supply] = await Promise.all([
    readAsset(system, id),
    readNow(
      system,
      [
        { ...sales, functionName: "phaseOf", args: [id] },
        { ...sales, functionName: "saleOf", args: [id] },
        { ...sales, functionName: "releasedOf", args: [id] },
        { address: Releases, abi: releasesViews, functionName: "progressOf", args: [id] },
      ],
      at(block),
    ),
    block === undefined ? readTermsIfThere(system, id) : readTerms(system, id),
    readSupply(system, id, block),
  ]);
  if (terms === null || supply === null) return null;
  return {
    id,
    token,
    business: asset.business,
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
    sold: supply,
    deed: terms.deed,
    plan: terms.plan,
    pack: terms.pack,
    tranches: terms.tranches,
    nextTranche: progress.next,
    released,
    windUpFrom: progress.windUpFrom,
  };
}

/** Null for a sale that is not there: of such a one the contract tells no terms. */
async function readTermsIfThere(system: System, id: bigint) {
  const { token, currency } = await readAsset(system, id);
  if (token === zeroAddress) return null;
  readCurrency(system, currency).catch(() => undefined); // in the same request: whoever shows the town's prices asks again
  return readTerms(system, id);
}

/** What was agreed stays as it was agreed. */
function readTerms(system: System, id: bigint) {
  return keptOr(system, `terms ${id}`, async () => {
    const { ShareOffering: address } = system.deployment.addresses;
    const terms = { address, abi: shareOfferingViews, functionName: "termsOf", args: [id] } as const;
    const [{ name, symbol, deed, plan, pack, tranches }] = await readNow(system, [terms], { bytes: 1_000 });
    return { name, symbol, deed, plan, pack, tranches };
  });
}

async function readSupply(system: System, id: bigint, block?: bigint): Promise<number | null> {
  const { token: address } = await readAsset(system, id);
  if (address === zeroAddress) return null;
  const supply = { address, abi: investorTokenViews, functionName: "totalSupply" } as const;
  return Number((await readNow(system, [supply], at(block)))[0]);
}

function at(block: bigint | undefined) {
  return block === undefined ? {} : { block };
}
