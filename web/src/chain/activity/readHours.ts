import { type Address, getAbiItem } from "viem";
import { contributionsAbi } from "@one-small-town/core/abis/contributionsAbi.ts";
import type { Activity } from "@one-small-town/core/activity/Activity.ts";
import type { BlockRange } from "@one-small-town/core/logs/ranges.ts";
import { readLogs } from "../readLogs.ts";
import type { System } from "../System.ts";
import { placeOf } from "./placeOf.ts";

/** What a wallet was paid for hours. */
export async function readHours(
  { client, deployment }: System,
  wallet: Address,
  range: BlockRange,
): Promise<Activity[]> {
  const at = { address: deployment.addresses.Contributions, args: { wallet }, ...range };
  const [claimed, kept, paid] = await Promise.all([
    readLogs(client, { ...at, event: getAbiItem({ abi: contributionsAbi, name: "ContributionsClaimed" }) }),
    readLogs(client, { ...at, event: getAbiItem({ abi: contributionsAbi, name: "CashKept" }) }),
    readLogs(client, { ...at, event: getAbiItem({ abi: contributionsAbi, name: "KeptCashPaid" }) }),
  ]);
  return [
    ...claimed.map((log): Activity => {
      const { town, infinity, cash } = log.args;
      return { ...placeOf(log), kind: "claimed", town, infinity, cash };
    }),
    ...kept.map((log): Activity => {
      return { ...placeOf(log), kind: "cashKept", town: log.args.town, amount: log.args.amount };
    }),
    ...paid.map((log): Activity => {
      return { ...placeOf(log), kind: "keptCashPaid", town: log.args.town, amount: log.args.amount };
    }),
  ];
}
