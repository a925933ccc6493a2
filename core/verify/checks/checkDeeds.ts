import { decode } from "../../enumerations.ts";
import type { Deed } from "../../profit/Deed.ts";
import { splitProfit } from "../../profit/splitProfit.ts";
import { townOfProject } from "../../projects/projects.ts";
import { WHOLE } from "../../rules/Deeds.ts";
import { receivers } from "../../rules/enumerations.ts";
import type { Books, ProfitEvent, SaleEvent } from "../Books.ts";
import { inOrder, transactionOf } from "../../position.ts";
import { eventsNamed, groupBy, sumOf } from "../events.ts";
import type { Row } from "../Finding.ts";
import { Deeds } from "../replay/Deeds.ts";
import { businessNames, salesOf } from "../replay/sales.ts";
import { townsOf } from "../replay/towns.ts";
import { rowOf, withDifferences } from "../rows/rows.ts";

type Parts = readonly [investors: bigint, members: bigint, fund: bigint, country: bigint];

/**
 * 10: each profit was divided by the deed in force then, and its parts arrived, or were kept and arrived when they were
 * passed on; the deed that the contract states now is the one that follows from what was agreed.
 */
export function checkDeeds(books: Books): Row[] | null {
  const { profits, sales, towns, times, deeds, block } = books;
  if (profits === null || sales === null || towns === null || times === null || deeds === null) return null;
  if (books.hours === null || books.treasury === null || books.tokenEvents === null) return null;
  const founded = townsOf(towns);
  const nameOf = businessNames(books);
  const arrivedIn = arrivals(books);
  const agreed = new Deeds();
  const settled = new Set<bigint>();
  const offerings = new Map(salesOf(sales, towns).map(({ id, business }) => [id, business]));
  const deposits: { business: bigint; block: bigint; parts: Parts; due: Parts; arrived: Parts }[] = [];
  for (const event of inOrder<ProfitEvent | SaleEvent>(profits, eventsNamed(sales, "OfferingSettled"))) {
    const now = times.get(event.blockNumber);
    if (now === undefined) throw new Error(`The time of block ${event.blockNumber} is missing`);
    if (event.eventName === "OfferingSettled") settled.add(offerings.get(event.args.offering) ?? 0n);
    if ("business" in event.args) agreed.apply(event as ProfitEvent, now);
    if (event.eventName !== "ProfitDeposited") continue;
    const { business, investors, members, fund, country } = event.args;
    const parts: Parts = [investors, members, fund, country];
    const due = dueOf(sumOf(parts), agreed.at(business, now), settled.has(business));
    deposits.push({
      business,
      block: event.blockNumber,
      parts,
      due,
      arrived: add(arrivedIn(transactionOf(event), business), keptIn(profits, transactionOf(event), business)),
    });
  }
  const moved = [...eventsNamed(profits, "ProfitDeposited"), ...eventsNamed(profits, "ProfitPartPassedOn")];
  const strays = straysOf(books, new Set(moved.map(transactionOf)));
  const known = new Set([...profits.map(({ args }) => args.business), ...offerings.values()]);
  const rows = [...known].flatMap((business) => {
    const town = townOfProject(business);
    const own = deposits.filter((deposit) => deposit.business === business);
    const figuresOf = (of: typeof own) => [
      sumOf(of.flatMap(({ parts }) => parts)),
      ...([0, 1] as const).map((i) => sumOf(of.map(({ arrived }) => arrived[i]))),
      sumOf(of.map(({ arrived }) => arrived[2] + arrived[3])),
    ];
    const unit = founded.get(town).currency;
    const stated = deeds.get(business);
    const row = rowOf({
      name: nameOf(business),
      town,
      unit,
      figures: figuresOf(own),
      holds: (came, owners, members, fund) => came === owners + members + fund,
    });
    const wrong = own.filter(({ parts, due, arrived }) => !isSame(parts, due) || !isSame(parts, arrived));
    const lost = passedOnWrongly(profits, business, arrivedIn);
    const differences = [...wrong, ...lost].map((one) => ({
      detail: { kind: "block" as const, id: String(one.block) },
      figures: [sumOf(one.parts), one.due[0], one.due[1], one.due[2] + one.due[3]],
    }));
    const inForce = agreed.at(business, block.timestamp);
    if (stated !== undefined && isSame(partsOf(stated), partsOf(inForce))) return withDifferences(row, differences);
    const detail = { kind: "project" as const, id: String(business & 0xffff_ffffn) };
    const { investors, members, fund, country } = stated ?? inForce;
    const figures = [WHOLE, investors, members, fund + country].map(BigInt);
    return withDifferences(row, [...differences, { detail, figures, unit: "count" }]);
  });
  return [...rows, ...strays];
}

function dueOf(amount: bigint, deed: Deed, isSettled: boolean): Parts {
  const { investors, members, fund, country } = splitProfit(amount, deed);
  return isSettled ? [investors, members, fund, country] : [0n, members + investors, fund, country];
}

function partsOf({ investors, members, fund, country }: Deed): Parts {
  return [BigInt(investors), BigInt(members), BigInt(fund), BigInt(country)];
}

type Part = Extract<ProfitEvent, { eventName: "ProfitPartKept" }>["args"]["part"];

/** What one receiver's part is of the four. */
function partsOfKept({ receiver, amount, toOffice }: Part): Parts {
  const name = decode(receivers, receiver);
  if (name === "holders") return [amount, 0n, 0n, 0n];
  return name === "members" ? [0n, amount, 0n, 0n] : [0n, 0n, amount, toOffice];
}

/** What was kept of a business's profit in one transaction. */
function keptIn(profits: readonly ProfitEvent[], transaction: string, of: bigint): Parts {
  const kept = eventsNamed(profits, "ProfitPartKept").filter(
    (event) => transactionOf(event) === transaction && event.args.business === of,
  );
  return kept.map(({ args }) => partsOfKept(args.part)).reduce(add, [0n, 0n, 0n, 0n]);
}

/** Kept parts that were passed on and did not arrive as they were, or that nobody had kept. */
function passedOnWrongly(profits: readonly ProfitEvent[], business: bigint, arrivedIn: ReturnType<typeof arrivals>) {
  const kept = new Map(eventsNamed(profits, "ProfitPartKept").map(({ args }) => [args.kept, args.part]));
  const passedOn = eventsNamed(profits, "ProfitPartPassedOn").filter(({ args }) => args.business === business);
  return passedOn.flatMap(({ args, blockNumber, transactionIndex }) => {
    const part = kept.get(args.kept);
    kept.delete(args.kept); // once
    const due: Parts = part === undefined ? [0n, 0n, 0n, 0n] : partsOfKept(part);
    const parts = arrivedIn(transactionOf({ blockNumber, transactionIndex }), business);
    return isSame(parts, due) ? [] : [{ block: blockNumber, parts, due }];
  });
}

function add(some: Parts, others: Parts): Parts {
  return [some[0] + others[0], some[1] + others[1], some[2] + others[2], some[3] + others[3]];
}

type Arrived = { transactionIndex: number; blockNumber: bigint; town: number; business: bigint | null; parts: Parts };

/** What the receiving contracts say that came in one transaction from the division of profits. */
function arrivals(books: Books) {
  const byTransaction = groupBy(arrivedParts(books), transactionOf);
  return (transaction: string, of: bigint): Parts => {
    const own = (byTransaction.get(transaction) ?? []).filter(({ business }) => business === null || business === of);
    const sum = (i: 0 | 1 | 2 | 3) => sumOf(own.map(({ parts }) => parts[i]));
    return [sum(0), sum(1), sum(2), sum(3)];
  };
}

/** Each part that a receiving contract says that it got; dividends are those of one business. */
function arrivedParts({ addresses, sales, towns, hours, treasury, tokenEvents }: Books): Arrived[] {
  const splitter = addresses.ProfitSplitter;
  const dividends = salesOf(sales ?? [], towns ?? []).flatMap(({ business, town, token }) =>
    eventsNamed(tokenEvents?.get(token) ?? [], "DividendDeposited")
      .filter(({ args }) => args.from === splitter)
      .map(({ args, ...at }): Arrived => ({ ...at, town, business, parts: [args.amount, 0n, 0n, 0n] })),
  );
  const forMembers = eventsNamed(hours ?? [], "MembersFunded")
    .filter(({ args }) => args.by === splitter)
    .map(({ args, ...at }): Arrived => ({ ...at, town: args.town, business: null, parts: [0n, args.amount, 0n, 0n] }));
  const forFund = eventsNamed(treasury ?? [], "TreasuryFunded").map(
    ({ args: { town, toFund, toOffice }, ...at }): Arrived => ({
      ...at,
      town,
      business: null,
      parts: [0n, 0n, toFund, toOffice],
    }),
  );
  return [...dividends, ...forMembers, ...forFund];
}

/** What came from the division of profits, though no profit was deposited. */
function straysOf(books: Books, deposits: ReadonlySet<string>): Row[] {
  const founded = townsOf(books.towns ?? []);
  const strays = arrivedParts(books).filter((part) => !deposits.has(transactionOf(part)));
  return strays.map(({ town, blockNumber, parts: [investors, members, fund, country] }): Row => {
    const { name, currency } = founded.get(town);
    const detail = { kind: "block", id: String(blockNumber) } as const;
    const figures = [0n, investors, members, fund + country];
    return { name, town, contract: null, detail, unit: currency, figures, outcome: "broken" };
  });
}

function isSame(some: Parts, others: Parts): boolean {
  return some.every((part, i) => part === others[i]);
}
