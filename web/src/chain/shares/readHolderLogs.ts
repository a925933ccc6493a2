import { investorTokenEvents } from "@one-small-town/core/abis/investorTokenEvents.ts";
import { shareOfferingEvents } from "@one-small-town/core/abis/shareOfferingEvents.ts";
import type { Position } from "@one-small-town/core/position.ts";
import type { DividendDeposit, Movement } from "@one-small-town/core/shares/dividends.ts";
import { type Address, getAbiItem, isAddressEqual, zeroAddress } from "viem";
import { readLogs } from "../readLogs.ts";
import type { System } from "../System.ts";

const TRANSFER = getAbiItem({ abi: investorTokenEvents, name: "Transfer" });
const DEPOSITED = getAbiItem({ abi: investorTokenEvents, name: "DividendDeposited" });
const CLAIMED = getAbiItem({ abi: investorTokenEvents, name: "DividendClaimed" });
const MOVED = getAbiItem({ abi: investorTokenEvents, name: "HoldingMoved" });
const REFUNDED = getAbiItem({ abi: shareOfferingEvents, name: "Refunded" });

/** A movement, and whether the sale issued or took back the shares. */
type HolderMovement = Movement & { isSale: boolean };

/** What happened to a holder in one token, and the dividends that came into it. */
export type HolderLogs = {
  movements: HolderMovement[];
  deposits: DividendDeposit[];
  claimed: bigint;
  /** Dividends that came from the wallet before, and went to the wallet after. */
  cameAlong: bigint;
  wentAlong: bigint;
  /** To this very wallet. */
  refunded: bigint;
};

/** Everything that happened to a holder in some tokens until a block, to be asked for by token and offering. */
export async function readHolderLogs(
  { client, deployment }: System,
  { holder, tokens, toBlock }: { holder: Address; tokens: readonly Address[]; toBlock: bigint },
): Promise<(token: Address, offering: bigint) => HolderLogs> {
  const range = { fromBlock: BigInt(deployment.startBlock), toBlock };
  const ofTokens = { address: tokens, ...range };
  const [gone, come, deposits, claims, before, after, refunds] = await Promise.all([
    readLogs(client, { ...ofTokens, event: TRANSFER, args: { from: holder } }),
    readLogs(client, { ...ofTokens, event: TRANSFER, args: { to: holder } }),
    readLogs(client, { ...ofTokens, event: DEPOSITED }),
    readLogs(client, { ...ofTokens, event: CLAIMED, args: { holder } }),
    readLogs(client, { ...ofTokens, event: MOVED, args: { to: holder } }),
    readLogs(client, { ...ofTokens, event: MOVED, args: { from: holder } }),
    readLogs(client, { ...range, address: deployment.addresses.ShareOffering, event: REFUNDED, args: { holder } }),
  ]);

  return (token, offering) => {
    const isHere = ({ address }: { address: Address }) => isAddressEqual(address, token);
    const outs = gone.filter(isHere).map((log) => toMovement(log, -log.args.value, log.args.to));
    const ins = come.filter(isHere).map((log) => toMovement(log, log.args.value, log.args.from));
    return {
      movements: [...ins, ...outs],
      deposits: deposits.filter(isHere).map(({ blockNumber, logIndex, args }) => ({ blockNumber, logIndex, ...args })),
      claimed: sum(claims.filter(isHere).map(({ args }) => args.amount)),
      cameAlong: sum(before.filter(isHere).map(({ args }) => args.dividends)),
      wentAlong: sum(after.filter(isHere).map(({ args }) => args.dividends)),
      refunded: sum(
        refunds.flatMap(({ args }) =>
          args.offering === offering && isAddressEqual(args.to, holder) ? args.amount : [],
        ),
      ),
    };
  };
}

function toMovement({ blockNumber, logIndex }: Position, change: bigint, other: Address) {
  return { blockNumber, logIndex, change, isSale: isAddressEqual(other, zeroAddress) };
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
