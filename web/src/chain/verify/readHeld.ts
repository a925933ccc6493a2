import type { Address } from "viem";
import { holdingKey } from "@one-small-town/core/verify/Books.ts";
import type { TownClient } from "../makeClient.ts";
import { readMany } from "../readMany.ts";
import { views } from "./views.ts";

export type Holder = { holder: Address; currency: Address };

/** What each contract holds of a currency at one block, under `holdingKey`. */
export async function readHeld(
  client: TownClient,
  holders: readonly Holder[],
  blockNumber: bigint,
): Promise<[string, bigint][]> {
  const balances = await readMany(
    client,
    holders.map(({ holder, currency }) => ({
      address: currency,
      abi: views.token,
      functionName: "balanceOf" as const,
      args: [holder] as const,
    })),
    blockNumber,
  );
  return holders.flatMap(({ holder, currency }, i) => {
    const balance = balances[i];
    return balance === undefined ? [] : [[holdingKey(holder, currency), balance]];
  });
}
