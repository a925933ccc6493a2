import type { Address } from "viem";
import type { Books, SaleEvent } from "@one-small-town/core/verify/Books.ts";
import { groupBy } from "@one-small-town/core/verify/events.ts";
import { salesOf } from "@one-small-town/core/verify/replay/sales.ts";
import { townsOf } from "@one-small-town/core/verify/replay/towns.ts";
import type { TownClient } from "../makeClient.ts";
import { type Holder, readHeld } from "./readHeld.ts";

/** What all contracts hold, currency by currency, so that one currency that does not answer leaves the others be. */
export async function readAllHeld(
  client: TownClient,
  books: Pick<Books, "addresses" | "towns" | "sales">,
  blockNumber: bigint,
): Promise<Map<string, bigint>> {
  const byCurrency = groupBy(holdersOf(books), ({ currency }) => currency);
  const balances = await Promise.all(
    [...byCurrency.values()].map((holders) => readHeld(client, holders, blockNumber).catch(() => [])),
  );
  return new Map(balances.flat());
}

function holdersOf({ addresses, towns, sales }: Pick<Books, "addresses" | "towns" | "sales">): Holder[] {
  const holders = [{ holder: addresses.Contributions, currency: addresses.InfinityToken }];
  if (towns === null) return holders;
  const currencies = new Set(townsOf(towns).all.map(({ currency }) => currency));
  const shared = [addresses.ShareOffering, addresses.Contributions, addresses.TownTreasury, addresses.FinalDivision];
  const tokens = tokensOf(sales ?? [], towns);
  return [
    ...holders,
    ...tokens,
    ...[...currencies].flatMap((currency) => shared.map((holder) => ({ holder, currency }))),
  ];
}

function tokensOf(
  sales: readonly SaleEvent[],
  towns: NonNullable<Books["towns"]>,
): { holder: Address; currency: Address }[] {
  return salesOf(sales, towns).map(({ token, currency }) => ({ holder: token, currency }));
}
