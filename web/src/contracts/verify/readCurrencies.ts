import { type Address, decodeFunctionResult, encodeFunctionData, erc20Abi } from "viem";
import type { Currency } from "../towns/Town.ts";
import type { Caller } from "./makeCaller.ts";

/** How amounts of each currency are written. One that does not say is left out. */
export async function readCurrencies(caller: Caller, addresses: readonly Address[]): Promise<Currency[]> {
  const read = addresses.map(async (address) => {
    const [symbol = "0x", decimals = "0x"] = await caller([
      { to: address, data: encodeFunctionData({ abi: erc20Abi, functionName: "symbol" }) },
      { to: address, data: encodeFunctionData({ abi: erc20Abi, functionName: "decimals" }) },
    ]);
    return {
      address,
      symbol: decodeFunctionResult({ abi: erc20Abi, functionName: "symbol", data: symbol }),
      decimals: decodeFunctionResult({ abi: erc20Abi, functionName: "decimals", data: decimals }),
    };
  });
  return (await Promise.allSettled(read)).flatMap((result) => (result.status === "fulfilled" ? result.value : []));
}
