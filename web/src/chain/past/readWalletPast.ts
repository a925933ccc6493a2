import { contributionsEvents } from "@one-small-town/core/abis/contributionsEvents.ts";
import { investorTokenEvents } from "@one-small-town/core/abis/investorTokenEvents.ts";
import { shareOfferingEvents } from "@one-small-town/core/abis/shareOfferingEvents.ts";
import { inOrder } from "@one-small-town/core/position.ts";
import type { EventOf } from "@one-small-town/core/verify/Books.ts";
import { type Address, erc20Abi, isAddressEqual, pad } from "viem";
import { readEnd } from "../readEnd.ts";
import { readNow } from "../readNow.ts";
import type { System } from "../System.ts";
import { readPastOf, requireTold } from "./readPast.ts";

const abi = [...shareOfferingEvents, ...contributionsEvents, ...investorTokenEvents] as const;

/** What tells of shares, INFINITY and money that came or went; others name a wallet that did something. */
const NAMES: readonly string[] = [
  "SharesBought",
  "PurchaseCancelled",
  "Refunded",
  "RefundKept",
  "KeptRefundPaid",
  "ContributionsClaimed",
  "CashKept",
  "KeptCashPaid",
  "DividendClaimed",
  "HoldingMoved",
  "Transfer",
];

export type WalletEvent = EventOf<typeof abi>;

/** What names a wallet in sales, hours and tokens, in the order of the chain, until a block. */
export type WalletPast = { block: bigint; events: readonly WalletEvent[] };

/** Everything that names a wallet in sales, hours, INFINITY and the shares of some tokens. */
export async function readWalletPast(
  system: System,
  { wallet, tokens }: { wallet: Address; tokens: readonly Address[] },
): Promise<WalletPast> {
  const { ShareOffering, Contributions, InfinityToken } = system.deployment.addresses;
  const { number: toBlock } = await readEnd(system.client);
  const address = [ShareOffering, Contributions, InfinityToken, ...tokens];
  const name = pad(wallet);
  // Events name a wallet in one of three places, and filters ask about places.
  const places = [
    [null, name],
    [null, null, name],
    [null, null, null, name],
  ];
  const found = await Promise.all(places.map((topics) => readPastOf(system, { address, abi, topics, toBlock })));
  const told = found.flat().filter(({ eventName }) => NAMES.includes(eventName));
  const all = new Map(told.map((event) => [`${event.blockNumber}.${event.logIndex}`, event]));
  const past = { block: toBlock, events: inOrder([...all.values()]) };
  await requireAllMoves(system, past, { wallet, tokens: [InfinityToken, ...tokens] });
  return past;
}

/** What came and went is what is left: otherwise somebody would be told that nothing ever happened to what they own. */
async function requireAllMoves(
  system: System,
  { block, events }: WalletPast,
  { wallet, tokens }: { wallet: Address; tokens: readonly Address[] },
): Promise<void> {
  const balanceOf = { abi: erc20Abi, functionName: "balanceOf", args: [wallet] } as const;
  const held = await readNow(
    system,
    tokens.map((address) => ({ address, ...balanceOf })),
    { block },
  );
  for (const [i, token] of tokens.entries()) {
    const moves = events.flatMap((event) => {
      return event.eventName === "Transfer" && isAddressEqual(event.address, token) ? [event.args] : [];
    });
    const left = moves.reduce((sum, { from, to, value }) => {
      return sum + (isAddressEqual(to, wallet) ? value : 0n) - (isAddressEqual(from, wallet) ? value : 0n);
    }, 0n);
    requireTold(system, left === held[i], "that came to a wallet and went from it");
  }
}
