import type { Address } from "viem";
import type { ContractName } from "../../deployment/Deployment.ts";
import { INFINITY_PER_SHIFT } from "../../rules/Contributions.ts";
import { type Books, holdingKey, type HoursEvent } from "../Books.ts";
import { eventsNamed, groupBy, sumOf } from "../events.ts";
import type { Row } from "../Finding.ts";
import { owedToMembers } from "../replay/cash.ts";
import { dividendsOf } from "../replay/dividends.ts";
import { divisionsOf, owedByDivision } from "../replay/divisions.ts";
import { fundsOf } from "../replay/fundsOf.ts";
import { keptAmounts } from "../replay/keptParts.ts";
import { owedBySale, salesOf } from "../replay/sales.ts";
import { countsOf } from "../replay/timesheets.ts";
import { currenciesOf, townsOf } from "../replay/towns.ts";
import { rowOf } from "../rows/rows.ts";

/** 1: what each contract holds of each currency, and what it owes of it by the events. */
export function checkHeld(books: Books): Row[] | null {
  if (books.towns === null) return null;
  const currencies = currenciesOf(townsOf(books.towns).all, books.town);
  return [
    ...currencies.flatMap((currency) => [
      moneyRow(books, "ShareOffering", currency, owedBySales(books, currency)),
      moneyRow(books, "Contributions", currency, owedToAllMembers(books, currency)),
      moneyRow(books, "TownTreasury", currency, owedByTreasury(books, currency)),
      moneyRow(books, "FinalDivision", currency, owedByDivisions(books, currency)),
      moneyRow(books, "ProfitSplitter", currency, keptOfProfits(books, currency)),
    ]),
    ...dividendRows(books),
    infinityRow(books),
  ];
}

function moneyRow(books: Books, contract: ContractName, currency: Address, debts: readonly bigint[] | null): Row {
  const balance = books.held.get(holdingKey(books.addresses[contract], currency)) ?? null;
  return debtRow({ name: null, contract, unit: currency }, balance, debts);
}

/** What somebody was given too much makes up for nothing that is owed to others: no debt is below zero. */
function debtRow(
  row: Pick<Row, "name" | "contract" | "unit"> & Partial<Pick<Row, "town">>,
  held: bigint | null,
  debts: readonly bigint[] | null,
) {
  const owed = debts && sumOf(debts);
  const holds = (has: bigint, owes: bigint) => has >= owes && debts?.every((debt) => debt >= 0n) === true;
  return rowOf({ ...row, figures: [held, owed], holds });
}

/** For each sale. */
function owedBySales({ sales, towns }: Books, currency: Address): bigint[] | null {
  if (sales === null || towns === null) return null;
  return salesOf(sales, towns)
    .filter((sale) => sale.currency === currency)
    .map(owedBySale);
}

/** For each town. */
function owedToAllMembers({ hours, towns }: Books, currency: Address): bigint[] | null {
  if (hours === null || towns === null) return null;
  const founded = townsOf(towns);
  return [...groupBy(hours, ({ args }) => args.town)]
    .filter(([town]) => founded.get(town).currency === currency)
    .map(([, events]) => owedToMembers(events));
}

/** For each town's fund and each country office's. */
function owedByTreasury({ treasury, towns }: Books, currency: Address): bigint[] | null {
  if (treasury === null || towns === null) return null;
  const funds = fundsOf(treasury, towns).filter((fund) => fund.currency === currency);
  return funds.map(({ amount }) => amount);
}

/** For each lost town. */
function owedByDivisions({ divisions, towns }: Books, currency: Address): bigint[] | null {
  if (divisions === null || towns === null) return null;
  const founded = townsOf(towns);
  return [...divisionsOf(divisions)]
    .filter(([town]) => founded.get(town).currency === currency)
    .map(([, events]) => owedByDivision(events));
}

/** For each part of a profit that its receiver could not take. */
function keptOfProfits({ profits, towns }: Books, currency: Address): bigint[] | null {
  return profits && towns && keptAmounts(profits, towns, currency);
}

/** Every business's token holds the dividends of its own holders. */
function dividendRows({ sales, towns, tokenEvents, held }: Books): Row[] {
  const contract = "InvestorToken";
  if (sales === null || towns === null) return [debtRow({ name: null, contract, unit: "shares" }, null, null)];
  return salesOf(sales, towns).map(({ name, town, token, currency }) => {
    const { deposited, claimed } = dividendsOf(tokenEvents?.get(token) ?? []);
    const balance = held.get(holdingKey(token, currency)) ?? null;
    return debtRow({ name, town, contract, unit: currency }, balance, tokenEvents && [deposited - claimed]);
  });
}

/** INFINITY that members earned and have not claimed. */
function infinityRow({ addresses, held, hours, codes }: Books): Row {
  const balance = held.get(holdingKey(addresses.Contributions, addresses.InfinityToken)) ?? null;
  const debts = hours && codes && infinityByTown(hours, codes);
  return debtRow({ name: null, contract: "Contributions", unit: "infinity" }, balance, debts);
}

function infinityByTown(hours: readonly HoursEvent[], codes: NonNullable<Books["codes"]>): bigint[] {
  return [...groupBy(hours, ({ args }) => args.town).values()].map((events) => {
    const claimed = eventsNamed(events, "ContributionsClaimed").map(({ args }) => args.infinity);
    return sumOf(countsOf(events, codes).map(({ shifts }) => shifts * INFINITY_PER_SHIFT)) - sumOf(claimed);
  });
}
