import { type Address, getAbiItem } from "viem";
import { investorTokenAbi } from "@one-small-town/core/abis/investorTokenAbi.ts";
import type { Activity } from "@one-small-town/core/activity/Activity.ts";
import type { BlockRange } from "@one-small-town/core/logs/ranges.ts";
import { readLogs } from "../readLogs.ts";
import type { System } from "../System.ts";
import { placeOf } from "./placeOf.ts";

type Wanted = { wallet: Address; tokens: readonly Address[]; range: BlockRange };

/** The dividends that a wallet was paid. */
export async function readDividends({ client }: System, { wallet, tokens, range }: Wanted): Promise<Activity[]> {
  if (tokens.length === 0) return []; // a node takes no address for every address
  const event = getAbiItem({ abi: investorTokenAbi, name: "DividendClaimed" });
  const logs = await readLogs(client, { ...range, address: tokens, event, args: { holder: wallet } });
  return logs.map((log): Activity => {
    return { ...placeOf(log), kind: "dividend", token: log.address, amount: log.args.amount };
  });
}
