import { queryOptions } from "@tanstack/react-query";
import { type Address, erc20Abi } from "viem";
import { investorTokenAbi } from "@one-small-town/core/abis/investorTokenAbi.ts";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import { plainText } from "@one-small-town/core/text.ts";
import { keyOf } from "../keyOf.ts";
import { readMany } from "../readMany.ts";
import type { System } from "../System.ts";
import type { Currency } from "../members/Town.ts";
import { type OfferingEntry, offeringsQuery } from "./offeringsQuery.ts";

/** The shares of one offering, with what never changes about them. */
export type ShareToken = {
  offering: bigint;
  business: bigint;
  address: Address;
  name: string;
  /** Units of the currency for one share. */
  price: bigint;
  currency: Currency;
};

/** The shares of every offering, in the order of their approval. */
export function shareTokensQuery(system: System) {
  return queryOptions({
    queryKey: keyOf(system, "shareTokens"),
    queryFn: async ({ client }) => readShareTokens(system, await client.fetchQuery(offeringsQuery(system))),
    staleTime: 60_000,
  });
}

async function readShareTokens({ client, deployment }: System, entries: readonly OfferingEntry[]) {
  const offerings = { address: deployment.addresses.ShareOffering, abi: shareOfferingAbi } as const;
  const [assets, names] = await Promise.all([
    readMany(
      client,
      entries.map(({ id }) => ({ ...offerings, functionName: "assetOf" as const, args: [id] as const })),
    ),
    readMany(
      client,
      entries.map(({ token }) => ({ address: token, abi: investorTokenAbi, functionName: "name" as const })),
    ),
  ]);
  const units = await readMany(
    client,
    assets.flatMap(({ currency }) => [
      { address: currency, abi: erc20Abi, functionName: "symbol" } as const,
      { address: currency, abi: erc20Abi, functionName: "decimals" } as const,
    ]),
  );

  return entries.map(({ id, business, token }, i): ShareToken => {
    const asset = assets[i];
    if (asset === undefined) throw new Error(`Offering ${id} has no asset`);
    const currency = { address: asset.currency, symbol: String(units[2 * i]), decimals: Number(units[2 * i + 1]) };
    return { offering: id, business, address: token, name: plainText(String(names[i])), price: asset.price, currency };
  });
}
