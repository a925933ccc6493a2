import { investorTokenEvents } from "@one-small-town/core/abis/investorTokenEvents.ts";
import type { Position } from "@one-small-town/core/position.ts";
import type { DividendDeposit, Movement } from "@one-small-town/core/shares/dividends.ts";
import { groupBy } from "@one-small-town/core/verify/events.ts";
import { type Address, getAbiItem, isAddressEqual, zeroAddress } from "viem";
import { readPast } from "../past/readPast.ts";
import type { WalletEvent, WalletPast } from "../past/readWalletPast.ts";
import type { System } from "../System.ts";

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

/** Everything that happened to a holder in some tokens, to be asked for by token and offering. */
export async function readHolderLogs(
  system: System,
  {
    holder,
    tokens,
    past: { events, block: toBlock },
  }: { holder: Address; tokens: readonly Address[]; past: WalletPast },
): Promise<(token: Address, offering: bigint) => HolderLogs> {
  const deposited = getAbiItem({ abi: investorTokenEvents, name: "DividendDeposited" });
  const deposits = await readPast(system, { address: tokens, event: deposited, toBlock });
  const isHolder = (wallet: Address) => isAddressEqual(wallet, holder);
  const eventsOf = groupBy(events, whereOf);
  const depositsOf = groupBy(deposits, whereOf);
  const refunds = events.flatMap((event) =>
    event.eventName === "Refunded" && isHolder(event.args.to) ? event.args : [],
  );

  return (token, offering) => {
    const here = eventsOf.get(whereOf({ address: token })) ?? [];
    const moved = here.flatMap((event) => (event.eventName === "HoldingMoved" ? event.args : []));
    return {
      movements: here.flatMap((event) => movementIn(event, holder)),
      deposits: (depositsOf.get(whereOf({ address: token })) ?? []).map(({ blockNumber, logIndex, args }) => ({
        blockNumber,
        logIndex,
        ...args,
      })),
      claimed: sum(here.flatMap((event) => (event.eventName === "DividendClaimed" ? event.args.amount : []))),
      cameAlong: sum(moved.flatMap(({ to, dividends }) => (isHolder(to) ? dividends : []))),
      wentAlong: sum(moved.flatMap(({ from, dividends }) => (isHolder(from) ? dividends : []))),
      refunded: sum(refunds.flatMap((refund) => (refund.offering === offering ? refund.amount : []))),
    };
  };
}

function whereOf({ address }: { address: Address }): string {
  return address.toLowerCase();
}

/** Shares that came, or went; what somebody sends to themselves does neither. */
function movementIn(event: WalletEvent, holder: Address): HolderMovement[] {
  if (event.eventName !== "Transfer") return [];
  const { from, to, value } = event.args;
  const [isIn, isOut] = [isAddressEqual(to, holder), isAddressEqual(from, holder)];
  if (isIn === isOut) return [];
  return [toMovement(event, isIn ? value : -value, isIn ? from : to)];
}

function toMovement({ blockNumber, logIndex }: Position, change: bigint, other: Address): HolderMovement {
  return { blockNumber, logIndex, change, isSale: isAddressEqual(other, zeroAddress) };
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}
