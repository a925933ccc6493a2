import type { Deed } from "../../profit/Deed.ts";
import { splitProfit } from "../../profit/splitProfit.ts";
import { townOfProject } from "../../projects/projects.ts";
import { WHOLE } from "../../rules/Deeds.ts";
import type { Books, ProfitEvent, SaleEvent } from "../Books.ts";
import { inOrder } from "../../position.ts";
import { eventsNamed, groupBy, sumOf } from "../events.ts";
import type { Row } from "../Finding.ts";
import { Deeds } from "../replay/Deeds.ts";
import { type Parts, partsOfKept, profitParts } from "../replay/profitParts.ts";
import { businessNames, salesOf } from "../replay/sales.ts";
import { townsOf } from "../replay/towns.ts";
import { rowOf, withDifferences } from "../rows/rows.ts";

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
  const { of: becameOf, strays } = profitParts(books);
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
      arrived: becameOf(event),
    });
  }
  const depositsOf = groupBy(deposits, ({ business }) => business);
  const lostOf = groupBy(passedOnWrongly(profits, becameOf), ({ business }) => business);
  const known = new Set([...profits.map(({ args }) => args.business), ...offerings.values()]);
  const rows = [...known].flatMap((business) => {
    const town = townOfProject(business);
    const own = depositsOf.get(business) ?? [];
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
    const differences = [...wrong, ...(lostOf.get(business) ?? [])].map((one) => ({
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
  return [...rows, ...strayRows(strays, founded.get)];
}

function dueOf(amount: bigint, deed: Deed, isSettled: boolean): Parts {
  const { investors, members, fund, country } = splitProfit(amount, deed);
  return isSettled ? [investors, members, fund, country] : [0n, members + investors, fund, country];
}

function partsOf({ investors, members, fund, country }: Deed): Parts {
  return [BigInt(investors), BigInt(members), BigInt(fund), BigInt(country)];
}

/** Kept parts that were passed on and did not arrive as they were, or that nobody had kept. */
function passedOnWrongly(profits: readonly ProfitEvent[], becameOf: ProfitParts["of"]) {
  const kept = new Map(eventsNamed(profits, "ProfitPartKept").map(({ args }) => [args.kept, args.part]));
  return eventsNamed(profits, "ProfitPartPassedOn").flatMap((event) => {
    const { business } = event.args;
    const part = kept.get(event.args.kept);
    kept.delete(event.args.kept); // once
    const due: Parts = part === undefined ? [0n, 0n, 0n, 0n] : partsOfKept(part);
    const parts = becameOf(event);
    return isSame(parts, due) ? [] : [{ business, block: event.blockNumber, parts, due }];
  });
}

type ProfitParts = ReturnType<typeof profitParts>;

/** What came from the division of profits, though no profit was deposited. */
function strayRows(strays: ProfitParts["strays"], townAt: ReturnType<typeof townsOf>["get"]): Row[] {
  return strays.map(({ town, blockNumber, parts: [investors, members, fund, country] }): Row => {
    const { name, currency } = townAt(town);
    const detail = { kind: "block", id: String(blockNumber) } as const;
    const figures = [0n, investors, members, fund + country];
    return { name, town, contract: null, detail, unit: currency, figures, outcome: "broken" };
  });
}

function isSame(some: Parts, others: Parts): boolean {
  return some.every((part, i) => part === others[i]);
}
