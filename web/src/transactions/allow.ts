import { type Address, erc20Abi } from "viem";
import { transactionWords } from "../content/words/transactions.ts";
import { allow } from "@one-small-town/core/money/steps.ts";
import type { Actor, NamedStep } from "./Transaction.ts";
import { readNow } from "../chain/readNow.ts";

/** The step that lets `spender` take exactly `amount`; none when that is allowed already. */
export async function allowIfNeeded(
  { system, address }: Actor,
  { currency, spender, amount, label }: { currency: Address; spender: Address; amount: bigint; label: string },
): Promise<NamedStep[]> {
  const [allowed] = await readNow(system, [
    { address: currency, abi: erc20Abi, functionName: "allowance", args: [address, spender] },
  ]);
  return allowed === amount ? [] : [{ label: transactionWords.allow(label), step: allow(currency, spender, amount) }];
}
