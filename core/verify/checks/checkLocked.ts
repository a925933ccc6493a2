import type { Address } from "viem";
import type { ContractName } from "../../deployment/Deployment.ts";
import { type Books, type DivisionEvent, holdingKey } from "../Books.ts";
import { amountOf, eventsNamed, groupBy, sumOf } from "../events.ts";
import type { Row } from "../Finding.ts";
import { cashByWeek } from "../replay/cash.ts";
import { replayDividends } from "../replay/dividends.ts";
import { divisionsOf } from "../replay/divisions.ts";
import { earningsOfMembers } from "../replay/earningsOfMembers.ts";
import { fundsOf } from "../replay/fundsOf.ts";
import { keptAmounts } from "../replay/keptParts.ts";
import { owedBySale, salesOf } from "../replay/sales.ts";
import { sheetsOf } from "../replay/timesheets.ts";
import { currenciesOf, membersOf, townsOf } from "../replay/towns.ts";
import { rowOf } from "../rows/rows.ts";

/** Money that is somebody's, and what is too small to share among so many. */
type Parts = { owned: bigint; small: bigint; sharers: bigint };

/**
 * 19: all that a contract holds is somebody's, added up person by person; or too small to share, less than one unit for
 * each who shared; or was sent by mistake.
 */
export function checkLocked(books: Books): Row[] | null {
  const { towns, sales, treasury, profits, tokenEvents } = books;
  if (towns === null || sales === null || treasury === null || tokenEvents === null) return null;
  if (profits === null) return null;
  if (books.hours === null || books.members === null || books.codes === null || books.divisions === null) return null;
  const founded = townsOf(towns);
  const pools = poolsOf(books);
  const approved = salesOf(sales, towns);
  const divided = divisionsOf(books.divisions);
  const funds = fundsOf(treasury, towns);
  const currencies = currenciesOf(founded.all, books.town);
  const shared = currencies.flatMap((currency) => {
    const owns = (town: number) => founded.get(town).currency === currency;
    const owned = (amounts: readonly bigint[]): Parts[] => [{ owned: sumOf(amounts), small: 0n, sharers: 1n }];
    const row = (contract: ContractName, parts: readonly Parts[]) =>
      lockedRow(
        { name: null, town: null, contract, unit: currency },
        heldOf(books, books.addresses[contract], currency),
        parts,
      );
    return [
      row("ShareOffering", owned(approved.filter((sale) => sale.currency === currency).map(owedBySale))),
      row(
        "Contributions",
        [...pools].flatMap(([town, parts]) => (owns(town) ? parts : [])),
      ),
      row("TownTreasury", owned(funds.filter((fund) => fund.currency === currency).map(({ amount }) => amount))),
      row(
        "FinalDivision",
        [...divided].flatMap(([town, events]) => (owns(town) ? leftOf(events) : [])),
      ),
      row("ProfitSplitter", owned(keptAmounts(profits, towns, currency))),
    ];
  });
  const tokens = approved.map(({ name, town, token, currency }) => {
    const { holdings, remainder, supply } = replayDividends(tokenEvents.get(token) ?? []);
    const parts = {
      owned: sumOf([...holdings.values()].map(({ credited }) => credited)),
      small: remainder,
      sharers: supply,
    };
    return lockedRow({ name, town, contract: "InvestorToken", unit: currency }, heldOf(books, token, currency), [
      parts,
    ]);
  });
  return [...shared, ...tokens];
}

function heldOf({ held }: Books, holder: Address, currency: Address): bigint | null {
  return held.get(holdingKey(holder, currency)) ?? null;
}

function lockedRow(
  of: Pick<Row, "name" | "town" | "contract" | "unit">,
  held: bigint | null,
  parts: readonly Parts[],
): Row {
  const [owned, small] = [sumOf(parts.map((part) => part.owned)), sumOf(parts.map((part) => part.small))];
  const isSmall = parts.every((part) => part.small >= 0n && (part.small < part.sharers || part.small === 0n));
  const gift = held === null ? null : held - owned - small;
  return rowOf({
    ...of,
    figures: [held, owned, small, gift],
    holds: (...[, , , given]) => isSmall && (given ?? 0n) >= 0n,
  });
}

/** What members of each town earned and have not got, what was refused, and what is still to come. */
function poolsOf({ hours, members, codes }: Books): Map<number, Parts> {
  const admitted = membersOf(members ?? []);
  const byTown = groupBy(hours ?? [], ({ args }) => args.town);
  return new Map(
    [...byTown].map(([town, events]) => {
      const sheets = sheetsOf(events, codes ?? new Map());
      const { earned, taken } = earningsOfMembers(events, admitted.get(town) ?? [], sheets);
      const weeks = cashByWeek(
        events,
        sheets.map(({ active }) => BigInt(active)),
      );
      const pool = amountOf(eventsNamed(events, "MembersFunded")) - sumOf(weeks.map(({ given }) => given));
      const kept = amountOf(eventsNamed(events, "CashKept")) - amountOf(eventsNamed(events, "KeptCashPaid"));
      const last = weeks.at(-1);
      const small = last === undefined || last.active === 0n || last.carried > pool ? 0n : last.carried;
      const unclaimed = sumOf(earned.cash) - sumOf(taken.cash);
      return [town, { owned: unclaimed + kept + pool - small, small, sharers: last?.active ?? 1n }] as const;
    }),
  );
}

/** Parts of those who share what a lost town left that they have not got, and what is left over for another division. */
function leftOf(events: readonly DivisionEvent[]): Parts[] {
  const divisions = eventsNamed(events, "TownDivided").map(({ args }) => args);
  const promised = sumOf(divisions.map(({ cashPerActive, active }) => cashPerActive * BigInt(active)));
  const kept = amountOf(eventsNamed(events, "PartKept")) - amountOf(eventsNamed(events, "KeptPartsPaid"));
  const owned = promised - amountOf(eventsNamed(events, "PartClaimed")) + kept;
  const last = divisions.at(-1);
  return [{ owned, small: last?.remainder ?? 0n, sharers: BigInt(last?.active ?? 1) }];
}
