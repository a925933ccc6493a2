import { type Address, encodeFunctionData, erc20Abi } from "viem";
import { holdingKey } from "../../lib/verify/holdingKey.ts";
import type { Caller } from "./makeCaller.ts";
import { readNumbers } from "./readNumbers.ts";

export type Holder = { holder: Address; currency: Address };

/** What each contract holds of a currency, under `holdingKey`. */
export async function readHeld(caller: Caller, holders: readonly Holder[]): Promise<[string, bigint][]> {
  const calls = holders.map(({ holder, currency }) => ({
    to: currency,
    data: encodeFunctionData({ abi: erc20Abi, functionName: "balanceOf", args: [holder] }),
  }));
  const balances = await readNumbers(caller, calls);
  return holders.flatMap(({ holder, currency }, i) => {
    const balance = balances[i];
    return balance === undefined ? [] : [[holdingKey(holder, currency), balance]];
  });
}
