import { plainText } from "@one-small-town/core/plainText.ts";
import { type Address, erc20Abi } from "viem";
import { keptOr } from "../kept.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import type { Currency } from "./Town.ts";

/** A currency as it calls itself. */
export function readCurrency(system: System, address: Address): Promise<Currency> {
  return keptOr(system, `currency ${address}`, async () => {
    const [symbol, decimals] = await readNow(system, [
      { address, abi: erc20Abi, functionName: "symbol" },
      { address, abi: erc20Abi, functionName: "decimals" },
    ]);
    return { address, symbol: plainText(symbol), decimals };
  });
}
