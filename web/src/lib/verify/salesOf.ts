import type { Address } from "viem";
import { townOfProject } from "../projects/projectIds.ts";
import type { SaleEvent, TownEvent } from "./Books.ts";
import { eventsNamed } from "./eventsNamed.ts";
import { groupBy } from "./groupBy.ts";
import { townsOf } from "./townsOf.ts";

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
  const proposals = eventsNamed(events, "OfferingProposed");
  const bySale = groupBy(events, ({ args }) => ("offering" in args ? args.offering : null));
  return eventsNamed(events, "OfferingApproved").map(({ args: { offering, business, token, termsHash } }) => {
    const terms = proposals.find(({ args }) => args.business === business && args.termsHash === termsHash)?.args.terms;
    if (terms === undefined) throw new Error(`The terms of offering ${offering} are missing`);
    const town = townOfProject(business);
    const { currency } = towns.get(town);
    const { name, price } = terms;
    const own = bySale.get(offering) ?? [];
    return { id: offering, business, town, token, name, price, currency, terms, events: own };
  });
}
