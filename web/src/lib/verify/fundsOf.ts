import type { Address } from "viem";
import { townOfProject } from "../projects/projectIds.ts";
import type { TownEvent, TreasuryEvent } from "./Books.ts";
import { eventsNamed } from "./eventsNamed.ts";
import { townsOf } from "./townsOf.ts";

export type Fund = { currency: Address; amount: bigint };

/** What each town's fund and each country office's fund has by the events: came in, was given, less spent or surrendered. */
export function fundsOf(events: readonly TreasuryEvent[], townEvents: readonly TownEvent[]): Fund[] {
  const towns = townsOf(townEvents);
  const proposals = new Map(eventsNamed(events, "SpendingProposed").map(({ args }) => [args.spending, args]));
  const funds = new Map<string, Fund>();
  const add = (key: string, currency: Address, change: bigint) => {
    funds.set(key, { currency, amount: (funds.get(key)?.amount ?? 0n) + change });
  };
  const addToTown = (town: number, change: bigint) => add(`town ${town}`, towns.get(town).currency, change);
  const addToOffice = (country: number, currency: Address, change: bigint) =>
    add(`office ${country} ${currency}`, currency, change);

  for (const { eventName, args } of events) {
    if (eventName === "TreasuryFunded") {
      addToTown(args.town, args.toFund);
      addToOffice(args.country, args.currency, args.toOffice);
    }
    if (eventName === "FundDonated") addToTown(args.town, args.amount);
    if (eventName === "OfficeDonated") addToOffice(args.country, args.currency, args.amount);
    if (eventName === "FundSurrendered") addToTown(args.town, -args.amount);
    if (eventName !== "SpendingExecuted") continue;
    const proposal = proposals.get(args.spending);
    if (proposal === undefined) throw new Error(`Nobody proposed spending ${args.spending}`);
    const { id, country, currency } = towns.get(townOfProject(args.project));
    if (proposal.fromOffice) addToOffice(country, currency, -args.amount);
    else addToTown(id, -args.amount);
  }
  return [...funds.values()];
}
