import { zeroAddress } from "viem";
import { currencyColumns, moneyCells, salesIn, type Source, type Table } from "./cells.ts";

const columns = ["business_id", "business", "offering", "wallet", "shares", "dividends_waiting", ...currencyColumns];

/** Who holds shares or has dividends waiting, as the tokens say at the block. */
export function holdersTable(source: Source): Table | null {
  const { sales, towns, tokenStates } = source.books;
  if (sales === null || towns === null) return null;
  const own = salesIn({ sales, towns }, source);
  if (own.some(({ token }) => !tokenStates.has(token))) return null;
  const rows = own.flatMap(({ id, business, name, token, currency }) => {
    const money = moneyCells(currency, source.currencies);
    const wallets = [...(tokenStates.get(token)?.wallets ?? [])];
    return wallets
      .filter(([wallet, { shares, claimable }]) => wallet !== zeroAddress && (shares > 0n || claimable > 0n))
      .map(([wallet, { shares, claimable }]) => {
        return [business, name, id, wallet, shares, money.amount(claimable), ...money.currency];
      });
  });
  return { columns, rows };
}
