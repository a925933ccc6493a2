import type { TokenEvent } from "../Books.ts";
import { currencyColumns, moneyCells, salesIn, type Source, type Table } from "./cells.ts";

const columns = [
  ...["block", "transaction", "business_id", "business", "offering", "what", "wallet", "amount"],
  ...currencyColumns,
];

/** Each dividend that came in, and each that a holder took. */
export function dividendsTable(source: Source): Table | null {
  const { sales, towns, tokenEvents } = source.books;
  if (sales === null || towns === null || tokenEvents === null) return null;
  const rows = salesIn({ sales, towns }, source).flatMap(({ id, business, name, token, currency }) => {
    const money = moneyCells(currency, source.currencies);
    return (tokenEvents.get(token) ?? []).flatMap((event) => {
      const told = tell(event);
      if (told === null) return [];
      const [what, wallet, amount] = told;
      const first = [event.blockNumber, source.hashOf(event), business, name, id];
      return [[...first, what, wallet, money.amount(amount), ...money.currency]];
    });
  });
  return { columns, rows };
}

function tell({ eventName, args }: TokenEvent) {
  if (eventName === "DividendDeposited") return ["came in", args.from, args.amount] as const;
  return eventName === "DividendClaimed" ? (["taken", args.holder, args.amount] as const) : null;
}
