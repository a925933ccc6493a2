import { type Books, holdingKey, type SaleEvent } from "@one-small-town/core/verify/Books.ts";
import { groupBy } from "@one-small-town/core/verify/events.ts";
import { salesOf } from "@one-small-town/core/verify/replay/sales.ts";
import { townsOf } from "@one-small-town/core/verify/replay/towns.ts";
import type { Address } from "viem";
import { readEach } from "@one-small-town/core/views/readEach.ts";
import type { At } from "./At.ts";

/** What all contracts hold, currency by currency, so that one currency that does not answer leaves the others be. */
export async function readAllHeld(
  at: At,
  books: Pick<Books, "addresses" | "towns" | "sales">,
): Promise<Map<string, bigint>> {
  const byCurrency = groupBy(holdersOf(books), ({ currency }) => currency);
  const balances = await Promise.all([...byCurrency.values()].map((holders) => readHeld(at, holders).catch(() => [])));
  return new Map(balances.flat());
}

function holdersOf({ addresses, towns, sales }: Pick<Books, "addresses" | "towns" | "sales">): Holder[] {
  const holders = [{ holder: addresses.Contributions, currency: addresses.InfinityToken }];
  if (towns === null) return holders;
  const currencies = new Set(townsOf(towns).all.map(({ currency }) => currency));
  const { ShareOffering, Contributions, TownTreasury, FinalDivision, ProfitSplitter } = addresses;
  const shared = [ShareOffering, Contributions, TownTreasury, FinalDivision, ProfitSplitter];
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

type Holder = { holder: Address; currency: Address };

/** What each contract holds of a currency at one block, under `holdingKey`. */
async function readHeld({ read, ask }: At, holders: readonly Holder[]): Promise<[string, bigint][]> {
  const balances = await readEach<Holder, [bigint]>(read, holders, ({ holder, currency }) => [
    ask("InvestorToken", "balanceOf", [holder], undefined, currency),
  ]);
  return balances.map(([{ holder, currency }, [balance]]) => [holdingKey(holder, currency), balance]);
}
