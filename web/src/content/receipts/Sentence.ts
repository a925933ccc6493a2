import type { MessageDescriptor } from "@lingui/core";
import type { Abi, Address } from "viem";
import type { EventOf } from "@one-small-town/core/verify/Books.ts";

/** What a receipt names and counts, as words: what is not known is named as well as it can be. */
export type Known = {
  /** Somebody's wallet, or one of the contracts by what it does. */
  who: (wallet: Address) => string;
  town: (id: number) => string;
  project: (id: bigint) => string;
  /** A sale, and a token, by the name of its shares. */
  sale: (offering: bigint) => string;
  shares: (token: Address) => string;
  /** Amounts in full, in the currency of the town, of the sale, of the token, or the one named. */
  inTown: (town: number, amount: bigint) => string;
  inSale: (offering: bigint, amount: bigint) => string;
  inShares: (token: Address, amount: bigint) => string;
  inCurrency: (currency: Address, amount: bigint) => string;
  /** What so many shares of a sale cost. */
  priceOf: (offering: bigint, shares: bigint) => string;
};

type Args<abi extends Abi, name> = Extract<EventOf<abi>, { eventName: name }>["args"];

/** A sentence for each event of a contract, of which `at` is the address; one that is missing does not compile. */
export type Sentences<abi extends Abi> = {
  [name in EventOf<abi>["eventName"]]: (args: Args<abi, name>, known: Known, at: Address) => MessageDescriptor;
};
