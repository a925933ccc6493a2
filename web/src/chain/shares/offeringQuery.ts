import { investorTokenAbi } from "@one-small-town/core/abis/investorTokenAbi.ts";
import { releasesAbi } from "@one-small-town/core/abis/releasesAbi.ts";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import { decode } from "@one-small-town/core/enumerations.ts";
import { type Phase, phases, type Tier, tiers } from "@one-small-town/core/rules/enumerations.ts";
import { endsOf, type Terms } from "@one-small-town/core/shares/Terms.ts";
import { plainText } from "@one-small-town/core/text.ts";
import { queryOptions } from "@tanstack/react-query";
import { type Address, getAbiItem } from "viem";
import { getBlockNumber } from "viem/actions";
import { keyOf } from "../keys.ts";
import { readLogs } from "../readLogs.ts";
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
  const contract = { address: deployment.addresses.ShareOffering, abi: shareOfferingAbi } as const;
  const block = atBlock ?? (await getBlockNumber(client));
  const releases = { address: deployment.addresses.Releases, abi: releasesAbi } as const;
  const [count, phase, sale, asset, escrow, progress] = await readMany(
    client,
    [
      { ...contract, functionName: "offeringCount" },
      { ...contract, functionName: "phaseOf", args: [id] },
      { ...contract, functionName: "saleOf", args: [id] },
      { ...contract, functionName: "assetOf", args: [id] },
      { ...contract, functionName: "escrowOf", args: [id] },
      { ...releases, functionName: "progressOf", args: [id] },
    ],
    block,
  );
  if (id < 1n || id > count) return null;

  const range = { fromBlock: BigInt(deployment.startBlock), toBlock: block };
  const token = { address: asset.token, abi: investorTokenAbi } as const;
  const [[supply, name, symbol], terms] = await Promise.all([
    readMany(
      client,
      [
        { ...token, functionName: "totalSupply" },
        { ...token, functionName: "name" },
        { ...token, functionName: "symbol" },
      ],
      block,
    ),
    readTerms(client, contract.address, { id, business: asset.business, range }),
  ]);
  return {
    id,
    business: asset.business,
    token: asset.token,
    currency: asset.currency,
    price: asset.price,
    name: plainText(name),
    symbol: plainText(symbol),
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
    released: escrow.released,
    windUpFrom: progress.windUpFrom,
  };
}

/** The terms stand in the event of the proposal whose hash was approved; nothing in them can change. */
async function readTerms(
  client: System["client"],
  address: Address,
  { id, business, range }: { id: bigint; business: bigint; range: { fromBlock: bigint; toBlock: bigint } },
) {
  const [approvals, proposals] = await Promise.all([
    readLogs(client, {
      address,
      ...range,
      args: { offering: id },
      event: getAbiItem({ abi: shareOfferingAbi, name: "OfferingApproved" }),
    }),
    readLogs(client, {
      address,
      ...range,
      args: { business },
      event: getAbiItem({ abi: shareOfferingAbi, name: "OfferingProposed" }),
    }),
  ]);
  const hash = approvals[0]?.args.termsHash;
  const proposal = proposals.find(({ args }) => args.termsHash === hash);
  if (proposal === undefined) throw new Error(`The terms of offering ${id} were not found`);
  return proposal.args.terms;
}
