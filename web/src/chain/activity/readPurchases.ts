import { type Address, getAbiItem, isAddressEqual } from "viem";
import { shareOfferingAbi } from "@one-small-town/core/abis/shareOfferingAbi.ts";
import type { Activity } from "@one-small-town/core/activity/Activity.ts";
import type { BlockRange } from "@one-small-town/core/logs/ranges.ts";
import { readLogs } from "../readLogs.ts";
import type { System } from "../System.ts";
import { placeOf } from "./placeOf.ts";

const abi = shareOfferingAbi;

/** What a wallet bought, gave back, and was paid back; what went to the wallet that follows it did not come here. */
export async function readPurchases(
  { client, deployment }: System,
  wallet: Address,
  range: BlockRange,
): Promise<Activity[]> {
  const at = { address: deployment.addresses.ShareOffering, ...range };
  const [bought, cancelled, refunded, kept, paid] = await Promise.all([
    readLogs(client, { ...at, event: getAbiItem({ abi, name: "SharesBought" }), args: { buyer: wallet } }),
    readLogs(client, { ...at, event: getAbiItem({ abi, name: "PurchaseCancelled" }), args: { buyer: wallet } }),
    readLogs(client, { ...at, event: getAbiItem({ abi, name: "Refunded" }), args: { holder: wallet } }),
    readLogs(client, { ...at, event: getAbiItem({ abi, name: "RefundKept" }), args: { holder: wallet } }),
    readLogs(client, { ...at, event: getAbiItem({ abi, name: "KeptRefundPaid" }), args: { holder: wallet } }),
  ]);
  const isHere = ({ args }: { args: { to: Address } }) => isAddressEqual(args.to, wallet);
  return [
    ...bought.map((log): Activity => {
      return { ...placeOf(log), kind: "bought", offering: log.args.offering, shares: log.args.shares };
    }),
    ...cancelled.map((log): Activity => {
      return { ...placeOf(log), kind: "cancelled", offering: log.args.offering, shares: log.args.shares };
    }),
    ...refunded.filter(isHere).map((log): Activity => {
      const { offering, shares, amount } = log.args;
      return { ...placeOf(log), kind: "refunded", offering, shares, amount };
    }),
    ...kept.map((log): Activity => {
      return { ...placeOf(log), kind: "refundKept", offering: log.args.offering, amount: log.args.amount };
    }),
    ...paid.filter(isHere).map((log): Activity => {
      return { ...placeOf(log), kind: "keptRefundPaid", offering: log.args.offering, amount: log.args.amount };
    }),
  ];
}
