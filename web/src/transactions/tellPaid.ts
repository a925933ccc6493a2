import type { MessageDescriptor } from "@lingui/core";
import { erc20Abi, type Hex, isAddressEqual, parseEventLogs, type RpcLog } from "viem";
import type { Currency } from "../chain/members/Town.ts";
import { infinity, listOf, money } from "../content/format.ts";
import { claimWords } from "../content/words/claims.ts";
import type { Actor } from "./Transaction.ts";

/**
 * What a claim paid, in words: what the tokens themselves tell of what came to the wallet. Others may have had a part of it
 * paid before, or a week may have come to it. Throws where the node does not tell.
 */
export async function tellPaid(
  { system, address }: Actor,
  units: readonly Currency[],
  hashes: readonly Hex[],
): Promise<MessageDescriptor> {
  const receipts = await Promise.all(hashes.map((hash) => logsOf(system.client, hash)));
  const came = parseEventLogs({ abi: erc20Abi, eventName: "Transfer", logs: receipts.flat() as never });
  const { InfinityToken } = system.deployment.addresses;
  const distinct = units.filter((unit, i) => units.findIndex((one) => isAddressEqual(one.address, unit.address)) === i);
  const texts = distinct.flatMap((unit) => {
    const own = came.filter((log) => isAddressEqual(log.address, unit.address) && isAddressEqual(log.args.to, address));
    const sum = own.reduce((all, { args }) => all + args.value, 0n);
    if (sum === 0n) return [];
    return isAddressEqual(unit.address, InfinityToken) ? [`${infinity(sum)} INFINITY`] : [money(sum, unit)];
  });
  return texts.length === 0 ? claimWords.paidBefore : claimWords.done(listOf(texts));
}

async function logsOf(client: Actor["system"]["client"], hash: Hex): Promise<readonly RpcLog[]> {
  const receipt = await client.request({ method: "eth_getTransactionReceipt", params: [hash] });
  if (receipt === null) throw new Error(`The node does not show the transaction ${hash}`);
  return receipt.logs;
}
