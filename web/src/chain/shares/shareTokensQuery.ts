import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { investorTokenViews } from "@one-small-town/core/abis/investorTokenViews.ts";
import { plainText } from "@one-small-town/core/plainText.ts";
import { keptOr } from "../kept.ts";
import { keyOf } from "../keys.ts";
import { isNamed, readCurrency } from "../members/readCurrency.ts";
import type { Currency } from "../members/Town.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { type OfferingEntry, offeringsQuery } from "./offeringsQuery.ts";
import { readAsset } from "./readAsset.ts";

/** The shares of one offering, with what never changes about them. */
export type ShareToken = {
  offering: bigint;
  business: bigint;
  address: Address;
  name: string;
  symbol: string;
  /** Units of the currency for one share. */
  price: bigint;
  currency: Currency;
};

/** The shares of every offering, in the order of their approval. */
export function shareTokensQuery(system: System) {
  return queryOptions({
    queryKey: keyOf(system, "shareTokens"),
    queryFn: async ({ client }) => {
      const offerings = await client.fetchQuery(offeringsQuery(system));
      return Promise.all(offerings.map((offering) => readShareToken(system, offering)));
    },
    staleTime: 60_000,
  });
}

function readShareToken(system: System, { id: offering, business, token }: OfferingEntry): Promise<ShareToken> {
  const read = async () => {
    const shares = { address: token, abi: investorTokenViews } as const;
    const { currency, price } = await readAsset(system, offering);
    const [[name, symbol], unit] = await Promise.all([
      readNow(system, [
        { ...shares, functionName: "name" },
        { ...shares, functionName: "symbol" },
      ]),
      readCurrency(system, currency),
    ]);
    return {
      offering,
      business,
      address: token,
      name: plainText(name),
      symbol: plainText(symbol),
      price,
      currency: unit,
    };
  };
  return keptOr(system, `token ${token}`, read, (shares) => isNamed(shares.currency));
}
