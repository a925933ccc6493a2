import { plainText } from "@one-small-town/core/plainText.ts";
import { readEach } from "@one-small-town/core/views/readEach.ts";
import type { Address } from "viem";
import type { Currency } from "../members/Town.ts";
import type { At } from "./At.ts";

/** How amounts of each currency are written. One that does not say is left out. */
export async function readCurrencies({ read, ask }: At, addresses: readonly Address[]): Promise<Currency[]> {
  const all = addresses.map((address) =>
    readEach<Address, [string, number]>(read, [address], () => [
      ask("InvestorToken", "symbol", [], undefined, address),
      ask("InvestorToken", "decimals", [], undefined, address),
    ]),
  );
  const answers = (await Promise.allSettled(all)).flatMap((one) => (one.status === "fulfilled" ? one.value : []));
  return answers.map(([address, [symbol, decimals]]) => ({ address, symbol: plainText(symbol), decimals }));
}
