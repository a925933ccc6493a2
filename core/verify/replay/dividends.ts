import { type Address, zeroAddress } from "viem";
import type { TokenEvent } from "../Books.ts";
import { amountOf, eventsNamed } from "../events.ts";

type Holding = { shares: bigint; counted: bigint; credited: bigint; taken: bigint };

export type Dividends = {
  holdings: ReadonlyMap<Address, Readonly<Holding>>;
  supply: bigint;
  remainder: bigint;
  /** Events that say another figure than the ones before them lead to. */
  wrong: readonly { block: bigint; said: bigint; due: bigint }[];
};

/** Plays every move of shares and every dividend again, with the contract's own rounding, holder by holder. */
export function replayDividends(events: readonly TokenEvent[]): Dividends {
  const holdings = new Map<Address, Holding>();
  let [supply, perShare, remainder] = [0n, 0n, 0n];
  const wrong: { block: bigint; said: bigint; due: bigint }[] = [];
  const credit = (wallet: Address): Holding => {
    const holding = holdings.get(wallet) ?? { shares: 0n, counted: perShare, credited: 0n, taken: 0n };
    holding.credited += holding.shares * (perShare - holding.counted);
    holding.counted = perShare;
    holdings.set(wallet, holding);
    return holding;
  };
  for (const { eventName, args, blockNumber } of events) {
    const require = (said: bigint, due: bigint) => said === due || wrong.push({ block: blockNumber, said, due });
    if (eventName === "Transfer") {
      if (args.from === zeroAddress) supply += args.value;
      else credit(args.from).shares -= args.value;
      if (args.to === zeroAddress) supply -= args.value;
      else credit(args.to).shares += args.value;
      if (args.from !== zeroAddress && credit(args.from).shares < 0n) require(credit(args.from).shares, 0n);
    }
    if (eventName === "DividendDeposited" && supply > 0n) {
      const pool = args.amount + remainder;
      perShare += pool / supply;
      remainder = pool % supply;
      require(args.perShare, perShare);
      require(args.remainder, remainder);
    }
    if (eventName === "DividendClaimed") {
      const holding = credit(args.holder);
      require(args.amount, holding.credited);
      holding.credited -= args.amount;
      holding.taken += args.amount;
    }
    if (eventName === "HoldingMoved") {
      const [old, next] = [credit(args.from), credit(args.to)];
      require(args.dividends, old.credited);
      next.credited += old.credited;
      old.credited = 0n;
    }
  }
  for (const wallet of holdings.keys()) credit(wallet);
  return { holdings, supply, remainder, wrong };
}

/** Dividends of a business that came in, and that holders were paid. */
export function dividendsOf(events: readonly TokenEvent[]): { deposited: bigint; claimed: bigint } {
  return {
    deposited: amountOf(eventsNamed(events, "DividendDeposited")),
    claimed: amountOf(eventsNamed(events, "DividendClaimed")),
  };
}
