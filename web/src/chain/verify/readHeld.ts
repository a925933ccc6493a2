import type { Address } from "viem";
import { holdingKey } from "@one-small-town/core/verify/Books.ts";
import type { TownClient } from "../makeClient.ts";
import { readEach } from "../readEach.ts";
import { views } from "./views.ts";

export type Holder = { holder: Address; currency: Address };

/** What each contract holds of a currency at one block, under `holdingKey`. */
export async function readHeld(
  client: TownClient,
  holders: readonly Holder[],
  blockNumber: bigint,
): Promise<[string, bigint][]> {
  const balances = await readEach(
    client,
    holders,
    ({ holder, currency }) => [{ address: currency, abi: views.token, functionName: "balanceOf", args: [holder] }],
    blockNumber,
  );
  return balances.map(([{ holder, currency }, [balance]]) => [holdingKey(holder, currency), balance]);
}
