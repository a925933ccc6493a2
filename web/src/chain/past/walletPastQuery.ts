import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { keyOf } from "../keys.ts";
import { offeringsQuery } from "../shares/offeringsQuery.ts";
import type { System } from "../System.ts";
import type { WalletEvent } from "./readWalletPast.ts";

/** What names a wallet in sales, hours and tokens, in the order of the chain, until a block. */
export type WalletPast = { block: bigint; events: readonly WalletEvent[] };

export function walletPastQuery(system: System, wallet: Address) {
  return queryOptions({
    queryKey: keyOf(system, "walletPast", wallet),
    queryFn: async ({ client }) => {
      const tokens = (await client.fetchQuery(offeringsQuery(system))).map(({ token }) => token);
      return (await import("./readWalletPast.ts")).readWalletPast(system, { wallet, tokens });
    },
  });
}
