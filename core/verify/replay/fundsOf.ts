import type { Address } from "viem";
import { townOfProject } from "../../projects/projects.ts";
import type { TownEvent, TreasuryEvent } from "../Books.ts";
import { eventsNamed } from "../events.ts";
import { townsOf } from "./towns.ts";

/** A town's fund, or a country office's in one currency: what came in, was spent, and was surrendered to a division. */
export type Fund = {
  key: string;
  name: string | null;
  currency: Address;
  came: bigint;
  spent: bigint;
  surrendered: bigint;
  /** What should be there. */
  amount: bigint;
  /** Whether more than there was ever left. */
  wasShort: boolean;
} & ({ town: number; country: null } | { town: null; country: number });

const townFundKey = (town: number) => `town ${town}`;
const officeFundKey = (country: number, currency: Address) => `office ${country} ${currency}`;

/** What each town's fund and each country office's fund has by the events: came in, was given, less spent or surrendered. */
export function fundsOf(events: readonly TreasuryEvent[], townEvents: readonly TownEvent[]): Fund[] {
  const towns = townsOf(townEvents);
  const proposals = new Map(eventsNamed(events, "SpendingProposed").map(({ args }) => [args.spending, args]));
  const funds = new Map<string, Fund>();
  const empty = { came: 0n, spent: 0n, surrendered: 0n, amount: 0n, wasShort: false };
  const add = (fund: Fund, part: "came" | "spent" | "surrendered", change: bigint) => {
    fund[part] += change;
    fund.amount += part === "came" ? change : -change;
    fund.wasShort ||= fund.amount < 0n;
    funds.set(fund.key, fund);
  };
  const ofTown = (id: number): Fund => {
    const { name, currency } = towns.get(id);
    return funds.get(townFundKey(id)) ?? { ...empty, key: townFundKey(id), name, town: id, country: null, currency };
  };
  const ofOffice = (country: number, currency: Address): Fund => {
    const key = officeFundKey(country, currency);
    return funds.get(key) ?? { ...empty, key, name: null, town: null, country, currency };
  };

  for (const { eventName, args } of events) {
    if (eventName === "TreasuryFunded") {
      add(ofTown(args.town), "came", args.toFund);
      add(ofOffice(args.country, args.currency), "came", args.toOffice);
    }
    if (eventName === "FundDonated") add(ofTown(args.town), "came", args.amount);
    if (eventName === "OfficeDonated") add(ofOffice(args.country, args.currency), "came", args.amount);
    if (eventName === "FundSurrendered") add(ofTown(args.town), "surrendered", args.amount);
    if (eventName !== "SpendingExecuted") continue;
    const proposal = proposals.get(args.spending);
    if (proposal === undefined) throw new Error(`Nobody proposed spending ${args.spending}`);
    const { id, country, currency } = towns.get(townOfProject(args.project));
    add(proposal.fromOffice ? ofOffice(country, currency) : ofTown(id), "spent", args.amount);
  }
  return [...funds.values()];
}
