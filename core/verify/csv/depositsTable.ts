import { townOfProject } from "../../projects/projects.ts";
import { plainText } from "../../plainText.ts";
import { eventsNamed } from "../events.ts";
import { townsOf } from "../replay/towns.ts";
import { currencyColumns, isOf, moneyCells, salesIn, type Source, type Table } from "./cells.ts";

const columns = [
  ...["block", "transaction", "business_id", "business", "by", "period", "accounts_hash"],
  ...["profit", "investors", "members", "town_fund", "country_office", ...currencyColumns],
];

/** Each profit that was paid in, and how it was divided. */
export function depositsTable(source: Source): Table | null {
  const { sales, towns, profits } = source.books;
  if (sales === null || towns === null || profits === null) return null;
  const founded = townsOf(towns);
  const names = new Map(salesIn({ sales, towns }, source).map(({ business, name }) => [business, name]));
  const rows = eventsNamed(profits, "ProfitDeposited")
    .filter(({ args }) => isOf(args.business, source))
    .map((event) => {
      const { args, blockNumber } = event;
      const { business, by, period, accounts, investors, members, fund, country } = args;
      const money = moneyCells(founded.get(townOfProject(business)).currency, source.currencies);
      const parts = [investors + members + fund + country, investors, members, fund, country].map(money.amount);
      const head = [
        blockNumber,
        source.hashOf(event),
        business,
        names.get(business) ?? "",
        by,
        plainText(period),
        accounts,
      ];
      return [...head, ...parts, ...money.currency];
    });
  return { columns, rows };
}
