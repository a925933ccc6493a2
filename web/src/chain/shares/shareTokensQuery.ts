import { queryOptions } from "@tanstack/react-query";
import { type Address, erc20Abi } from "viem";
import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import { shareOfferingViews } from "@one-small-town/core/abis/shareOfferingViews.ts";
import { plainText } from "@one-small-town/core/text.ts";
import { keyOf } from "../keys.ts";
import { readEach } from "../readEach.ts";
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
  const offerings = { address: deployment.addresses.ShareOffering, abi: shareOfferingViews } as const;
  const assets = await readEach(client, entries, ({ id, token }) => [
    { ...offerings, functionName: "assetOf", args: [id] },
    { address: token, abi: investorTokenViews, functionName: "name" },
  ]);
  const tokens = assets.map(([{ id: offering, business, token: address }, [{ currency, price }, name]]) => {
    return { offering, business, address, name: plainText(name), price, currency };
  });
  const units = await readEach(client, tokens, ({ currency: address }) => [
    { address, abi: erc20Abi, functionName: "symbol" },
    { address, abi: erc20Abi, functionName: "decimals" },
  ]);
  return units.map(([{ currency: address, ...token }, [symbol, decimals]]): ShareToken => {
    return { ...token, currency: { address, symbol, decimals } };
  });
}
