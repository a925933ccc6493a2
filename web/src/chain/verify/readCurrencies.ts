import type { Address } from "viem";
import type { TownClient } from "../System.ts";
import { readMany } from "../readMany.ts";
import type { Currency } from "../members/Town.ts";
import { views } from "./views.ts";

/** How amounts of each currency are written. One that does not say is left out. */
export async function readCurrencies(
  client: TownClient,
  addresses: readonly Address[],
  blockNumber: bigint,
): Promise<Currency[]> {
  const read = addresses.map(async (address) => {
    const token = { address, abi: views.token };
    const [symbol, decimals] = await readMany(
      client,
      [
        { ...token, functionName: "symbol" },
        { ...token, functionName: "decimals" },
      ],
      blockNumber,
    );
    return { address, symbol, decimals };
  });
  return (await Promise.allSettled(read)).flatMap((result) => (result.status === "fulfilled" ? result.value : []));
}
