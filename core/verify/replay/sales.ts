import type { Address } from "viem";
import { townOfProject } from "../../projects/projects.ts";
import { plainText } from "../../plainText.ts";
import type { Books, SaleEvent, TownEvent } from "../Books.ts";
import { eventsNamed, groupBy } from "../events.ts";
import { townsOf } from "./towns.ts";

export type Terms = Extract<SaleEvent, { eventName: "OfferingProposed" }>["args"]["terms"];

export type ApprovedSale = {
  id: bigint;
  business: bigint;
  town: number;
  token: Address;
  name: string;
  price: bigint;
  currency: Address;
  terms: Terms;
  /** What happened in it, in the order of the chain. */
  events: readonly SaleEvent[];
};

/** Every sale that was approved, with the price of the very terms that were, and the currency of its town. */
export function salesOf(events: readonly SaleEvent[], townEvents: readonly TownEvent[]): ApprovedSale[] {
  const towns = townsOf(townEvents);
  // The first of those that are proposed under one hash: all say the same.
  const proposals = new Map(
    eventsNamed(events, "OfferingProposed")
      .toReversed()
      .map(({ args }) => [`${args.business} ${args.termsHash}`, args.terms]),
  );
  const bySale = groupBy(events, ({ args }) => ("offering" in args ? args.offering : null));
  return eventsNamed(events, "OfferingApproved").map(({ args: { offering, business, token, termsHash } }) => {
    const terms = proposals.get(`${business} ${termsHash}`);
    if (terms === undefined) throw new Error(`The terms of offering ${offering} are missing`);
    const town = townOfProject(business);
    const { currency } = towns.get(town);
    const { name, price } = terms;
    const own = bySale.get(offering) ?? [];
    return { id: offering, business, town, token, name: plainText(name), price, currency, terms, events: own };
  });
}

/** Shares of one sale that were bought, and not given back by cancelling or a refund. */
export function soldIn(events: readonly SaleEvent[]): bigint {
  let sold = 0n;
  for (const { eventName, args } of events) {
    if (eventName === "SharesBought") sold += args.shares;
    if (eventName === "PurchaseCancelled" || eventName === "Refunded") sold -= args.shares;
  }
  return sold;
}

/** What a sale owes buyers or the business: shares at their price, less what left escrow, and refunds that are kept. */
export function owedBySale({ events, price }: Pick<ApprovedSale, "events" | "price">): bigint {
  let owed = soldIn(events) * price;
  for (const { eventName, args } of events) {
    if (eventName === "RefundKept") owed += args.amount;
    if (eventName === "EscrowPaid" || eventName === "KeptRefundPaid") owed -= args.amount;
  }
  return owed;
}

/** Names a business as its shares are called; one that never sold any by its town and number there. */
export function businessNames({ sales, towns }: Pick<Books, "sales" | "towns">): (business: bigint) => string {
  const founded = townsOf(towns ?? []);
  const names = new Map(salesOf(sales ?? [], towns ?? []).map(({ business, name }) => [business, name]));
  return (business) => names.get(business) ?? `${founded.get(townOfProject(business)).name} ${business & 0xffff_ffffn}`;
}
