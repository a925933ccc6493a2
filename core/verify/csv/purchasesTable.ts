import type { SaleEvent } from "../Books.ts";
import { currencyColumns, moneyCells, salesIn, type Source, type Table } from "./cells.ts";

const columns = [
  ...["block", "transaction", "business_id", "business", "offering", "what", "wallet", "shares", "amount"],
  ...currencyColumns,
];

/** Each purchase of shares, and each that was taken back: by the buyer, or because the sale failed. */
export function purchasesTable(source: Source): Table | null {
  const { sales, towns } = source.books;
  if (sales === null || towns === null) return null;
  const rows = salesIn({ sales, towns }, source).flatMap(({ id, business, name, price, currency, events }) => {
    const money = moneyCells(currency, source.currencies);
    return events.flatMap((event) => {
      const told = tell(event);
      if (told === null) return [];
      const [what, wallet, shares] = told;
      const first = [event.blockNumber, source.hashOf(event), business, name, id];
      return [[...first, what, wallet, shares, money.amount(shares * price), ...money.currency]];
    });
  });
  return { columns, rows };
}

function tell({ eventName, args }: SaleEvent) {
  if (eventName === "SharesBought") return ["bought", args.buyer, args.shares] as const;
  if (eventName === "PurchaseCancelled") return ["cancelled", args.buyer, args.shares] as const;
  return eventName === "Refunded" ? (["refunded", args.holder, args.shares] as const) : null;
}
