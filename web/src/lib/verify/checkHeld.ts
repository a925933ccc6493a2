import type { Address } from "viem";
import type { ContractName } from "../deployment/Deployment.ts";
import type { Books } from "./Books.ts";
import { countsOf } from "./countsOf.ts";
import { dividendsOf } from "./dividendsOf.ts";
import { eventsNamed } from "./eventsNamed.ts";
import type { Row } from "./Finding.ts";
import { groupBy } from "./groupBy.ts";
import { holdingKey } from "./holdingKey.ts";
import { infinityPerShift } from "./infinityPerShift.ts";
import { owedBySale } from "./owedBySale.ts";
import { owedToMembers } from "./owedToMembers.ts";
import { rowOf } from "./rowOf.ts";
import { salesOf } from "./salesOf.ts";
import { sumOf } from "./sumOf.ts";
import { townsOf } from "./townsOf.ts";

/** 1: what each contract holds of each currency, and what it owes of it by the events. */
export function checkHeld(books: Books): Row[] | null {
  if (books.towns === null) return null;
  const currencies = [...new Set(townsOf(books.towns).all.map(({ currency }) => currency))];
  return [
    ...currencies.flatMap((currency) => [
      moneyRow(books, "ShareOffering", currency, owedBySales(books, currency)),
      moneyRow(books, "Contributions", currency, owedByContributions(books, currency)),
      moneyRow(books, "TownTreasury", currency, owedByTreasury(books, currency)),
    ]),
    ...dividendRows(books),
    infinityRow(books),
  ];
}

function moneyRow({ addresses, held }: Books, contract: ContractName, currency: Address, owed: bigint | null): Row {
  const balance = held.get(holdingKey(addresses[contract], currency)) ?? null;
  return rowOf({ name: null, contract, unit: currency, figures: [balance, owed], holds: covers });
}

function covers(held: bigint, owed: bigint): boolean {
  return owed >= 0n && held >= owed;
}

function owedBySales({ sales, towns }: Books, currency: Address): bigint | null {
  if (sales === null || towns === null) return null;
  return sumOf(
    salesOf(sales, towns)
      .filter((sale) => sale.currency === currency)
      .map(owedBySale),
  );
}

function owedByContributions({ hours, towns }: Books, currency: Address): bigint | null {
  if (hours === null || towns === null) return null;
  const founded = townsOf(towns);
  return sumOf(
    [...groupBy(hours, ({ args }) => args.town)]
      .filter(([town]) => founded.get(town).currency === currency)
      .map(([, events]) => owedToMembers(events)),
  );
}

function owedByTreasury({ treasury }: Books, currency: Address): bigint | null {
  if (treasury === null) return null;
  const funded = eventsNamed(treasury, "TreasuryFunded").filter(({ args }) => args.currency === currency);
  return sumOf(funded.map(({ args }) => args.toFund + args.toOffice));
}

/** Every business's token holds the dividends of its own holders. */
function dividendRows({ sales, towns, tokenEvents, held }: Books): Row[] {
  if (sales === null || towns === null) {
    return [rowOf({ name: null, contract: "InvestorToken", unit: "shares", figures: [null, null], holds: covers })];
  }
  return salesOf(sales, towns).map(({ name, token, currency }) => {
    const { deposited, claimed } = dividendsOf(tokenEvents?.get(token) ?? []);
    const balance = held.get(holdingKey(token, currency)) ?? null;
    const figures = [balance, tokenEvents && deposited - claimed];
    return rowOf({ name, contract: "InvestorToken", unit: currency, figures, holds: covers });
  });
}

/** INFINITY that members earned and have not claimed. */
function infinityRow({ addresses, held, hours, codes }: Books): Row {
  const claimed = hours && sumOf(eventsNamed(hours, "ContributionsClaimed").map(({ args }) => args.infinity));
  const earned = hours && codes && sumOf(countsOf(hours, codes).map(({ shifts }) => shifts * infinityPerShift));
  const owed = claimed === null || earned === null ? null : earned - claimed;
  const balance = held.get(holdingKey(addresses.Contributions, addresses.InfinityToken)) ?? null;
  return rowOf({ name: null, contract: "Contributions", unit: "infinity", figures: [balance, owed], holds: covers });
}
