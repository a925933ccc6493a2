import { type Books, holdingKey, type SaleEvent } from "@one-small-town/core/verify/Books.ts";
import { groupBy } from "@one-small-town/core/verify/events.ts";
import { salesOf } from "@one-small-town/core/verify/replay/sales.ts";
import { townsOf } from "@one-small-town/core/verify/replay/towns.ts";
import type { Address } from "viem";
import { readEach } from "../readEach.ts";
import type { TownClient } from "../System.ts";
import { views } from "./views.ts";

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
async function readHeld(
  client: TownClient,
  holders: readonly Holder[],
  blockNumber: bigint,
): Promise<[string, bigint][]> {
  const balances = await readEach(
    client,
    holders,
    ({ holder, currency }) => [{ address: currency, abi: views.token, functionName: "balanceOf", args: [holder] }],
    blockNumber,
  );
  return balances.map(([{ holder, currency }, [balance]]) => [holdingKey(holder, currency), balance]);
}
