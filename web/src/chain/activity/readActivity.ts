import { contributionsEvents } from "@one-small-town/core/abis/contributionsEvents.ts";
import { investorTokenEvents } from "@one-small-town/core/abis/investorTokenEvents.ts";
import { shareOfferingEvents } from "@one-small-town/core/abis/shareOfferingEvents.ts";
import type { Activity, EventPosition } from "@one-small-town/core/activity/Activity.ts";
import type { Transfer } from "@one-small-town/core/activity/transfersOf.ts";
import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import { type Address, erc20Abi, getAbiItem, isAddressEqual } from "viem";
import { readLogs } from "../readLogs.ts";
import type { System } from "../System.ts";

const abi = shareOfferingEvents;

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
      return { ...positionOf(log), kind: "bought", offering: log.args.offering, shares: log.args.shares };
    }),
    ...cancelled.map((log): Activity => {
      return { ...positionOf(log), kind: "cancelled", offering: log.args.offering, shares: log.args.shares };
    }),
    ...refunded.filter(isHere).map((log): Activity => {
      const { offering, shares, amount } = log.args;
      return { ...positionOf(log), kind: "refunded", offering, shares, amount };
    }),
    ...kept.map((log): Activity => {
      return { ...positionOf(log), kind: "refundKept", offering: log.args.offering, amount: log.args.amount };
    }),
    ...paid.filter(isHere).map((log): Activity => {
      return { ...positionOf(log), kind: "keptRefundPaid", offering: log.args.offering, amount: log.args.amount };
    }),
  ];
}

/** What a wallet was paid for hours. */
export async function readHours(
  { client, deployment }: System,
  wallet: Address,
  range: BlockRange,
): Promise<Activity[]> {
  const at = { address: deployment.addresses.Contributions, args: { wallet }, ...range };
  const [claimed, kept, paid] = await Promise.all([
    readLogs(client, { ...at, event: getAbiItem({ abi: contributionsEvents, name: "ContributionsClaimed" }) }),
    readLogs(client, { ...at, event: getAbiItem({ abi: contributionsEvents, name: "CashKept" }) }),
    readLogs(client, { ...at, event: getAbiItem({ abi: contributionsEvents, name: "KeptCashPaid" }) }),
  ]);
  return [
    ...claimed.map((log): Activity => {
      const { town, infinity, cash } = log.args;
      return { ...positionOf(log), kind: "claimed", town, infinity, cash };
    }),
    ...kept.map((log): Activity => {
      return { ...positionOf(log), kind: "cashKept", town: log.args.town, amount: log.args.amount };
    }),
    ...paid.map((log): Activity => {
      return { ...positionOf(log), kind: "keptCashPaid", town: log.args.town, amount: log.args.amount };
    }),
  ];
}

type Wanted = { wallet: Address; tokens: readonly Address[]; range: BlockRange };

/** The dividends that a wallet was paid. */
export async function readDividends({ client }: System, { wallet, tokens, range }: Wanted): Promise<Activity[]> {
  if (tokens.length === 0) return []; // a node takes no address for every address
  const event = getAbiItem({ abi: investorTokenEvents, name: "DividendClaimed" });
  const logs = await readLogs(client, { ...range, address: tokens, event, args: { holder: wallet } });
  return logs.map((log): Activity => {
    return { ...positionOf(log), kind: "dividend", token: log.address, amount: log.args.amount };
  });
}

/** Every transfer of some tokens to or from a wallet. */
export async function readTransfers({ client }: System, { wallet, tokens, range }: Wanted): Promise<Transfer[]> {
  const at = { address: tokens, event: getAbiItem({ abi: erc20Abi, name: "Transfer" }), ...range };
  const both = await Promise.all([
    readLogs(client, { ...at, args: { to: wallet } }),
    readLogs(client, { ...at, args: { from: wallet } }),
  ]);
  return both.flat().map((log): Transfer => {
    return { ...positionOf(log), token: log.address, from: log.args.from, to: log.args.to, amount: log.args.value };
  });
}

/** Of a log, what says where it stands. */
function positionOf({ blockNumber, logIndex, transactionIndex, transactionHash }: EventPosition): EventPosition {
  return { blockNumber, logIndex, transactionIndex, transactionHash };
}
