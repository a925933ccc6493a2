import { INFINITY_PER_SHIFT } from "@one-small-town/core/rules/Contributions.ts";
import type { Address } from "viem";
import { type DemoTown, personAt } from "../demo/DemoTown.ts";
import { contractsOf, tokenAt } from "../operator/contracts.ts";
import { askIndexer } from "./askIndexer.ts";

const QUESTION = `{
  towns { items { id name members timesheets fund } }
  weeks(limit: 1000, orderBy: "weekIndex") { items { weekIndex active shifts cashPerActive } }
  tokenSupplys { items { token units } }
  holdings(limit: 1000) { items { token wallet shares } }
  deposits(limit: 1000) { items { investors members fund country } }
  months(limit: 1000) { items { joined shifts profit paid shares } }
}`;

type Row = Record<string, string | number>;
type Answer = Record<
  "towns" | "weeks" | "tokenSupplys" | "holdings" | "deposits" | "months",
  { items: readonly Row[] }
>;

/** Compares every table of an indexer with what the contracts say; returns what differs, in words. */
export async function compareIndex(url: string, { chain, deployment, town }: DemoTown): Promise<string[]> {
  const contracts = contractsOf(deployment, personAt(chain, 0));
  const { infinityToken, memberRegistry, contributions, townTreasury, shareOffering } = contracts;
  const indexed = (await askIndexer(url, QUESTION)) as Answer;
  const found: string[] = [];
  const compare = (what: string, says: unknown, onChain: unknown) => {
    if (String(says) !== String(onChain)) found.push(`${what}: indexed ${String(says)}, on chain ${String(onChain)}`);
  };

  const [own] = indexed.towns.items;
  const pool = await contributions.poolOf(town);
  compare("members", own?.["members"], await memberRegistry.memberCount(town));
  compare("timesheets", own?.["timesheets"], pool.timesheets);
  compare("fund", own?.["fund"], await townTreasury.fundOf(town));

  const sheets = await Promise.all(
    Array.from({ length: Number(pool.timesheets) }, (_, index) => contributions.timesheetAt(town, index)),
  );
  const cash = sheets.map(({ cashPerActive }) => cashPerActive);
  compare(
    "cash of the weeks",
    indexed.weeks.items.map((week) => week["cashPerActive"]),
    cash,
  );
  const shifts = sumOf(indexed.weeks.items, ["shifts"]);
  compare("INFINITY of the weeks", shifts * INFINITY_PER_SHIFT, await infinityToken.totalSupply());
  compare("shifts of all months", sumOf(indexed.months.items, ["shifts"]), shifts);

  const sales = await shareOffering.queryFilter(shareOffering.filters.OfferingApproved());
  const tokens = sales.map(({ args }) => args.token as Address);
  for (const address of [deployment.addresses.InfinityToken, ...tokens]) {
    const row = indexed.tokenSupplys.items.find(({ token }) => token === address.toLowerCase());
    compare(`supply of ${address}`, row?.["units"] ?? 0, await tokenAt(address, personAt(chain, 0)).totalSupply());
  }
  for (const { token, wallet, shares } of indexed.holdings.items) {
    const balance = await tokenAt(token as Address, personAt(chain, 0)).balanceOf(wallet as Address);
    compare(`shares of ${wallet}`, shares, balance);
  }
  const held = sumOf(indexed.holdings.items, ["shares"]);
  compare("shares of all months", sumOf(indexed.months.items, ["shares"]), held);

  const profits = await contracts.profitSplitter.queryFilter(contracts.profitSplitter.filters.ProfitDeposited());
  const parts = ["investors", "members", "fund", "country"];
  const paidIn = sumOf(
    profits.map(({ args }) => args),
    parts,
  );
  compare("profit deposited", sumOf(indexed.deposits.items, parts), paidIn);
  compare("profit of all months", sumOf(indexed.months.items, ["profit"]), paidIn);
  const claims = await contributions.queryFilter(contributions.filters.ContributionsClaimed());
  const paid = sumOf(
    claims.map(({ args }) => args),
    ["cash"],
  );
  compare("paid in all months", sumOf(indexed.months.items, ["paid"]), paid);
  return found;
}

function sumOf(rows: readonly object[], names: readonly string[]): bigint {
  const valuesOf = (row: object) => names.map((name) => BigInt((row as Record<string, string | bigint>)[name] ?? 0));
  return rows.flatMap(valuesOf).reduce((sum, value) => sum + value, 0n);
}
