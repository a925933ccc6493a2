import { type Address, erc20Abi, getAbiItem } from "viem";
import type { Transfer } from "@one-small-town/core/activity/transfersOf.ts";
import type { BlockRange } from "@one-small-town/core/logs/ranges.ts";
import { readLogs } from "../readLogs.ts";
import type { System } from "../System.ts";
import { placeOf } from "./placeOf.ts";

type Wanted = { wallet: Address; tokens: readonly Address[]; range: BlockRange };

/** Every transfer of some tokens to or from a wallet. */
export async function readTransfers({ client }: System, { wallet, tokens, range }: Wanted): Promise<Transfer[]> {
  const at = { address: tokens, event: getAbiItem({ abi: erc20Abi, name: "Transfer" }), ...range };
  const both = await Promise.all([
    readLogs(client, { ...at, args: { to: wallet } }),
    readLogs(client, { ...at, args: { from: wallet } }),
  ]);
  return both.flat().map((log): Transfer => {
    return { ...placeOf(log), token: log.address, from: log.args.from, to: log.args.to, amount: log.args.value };
  });
}
