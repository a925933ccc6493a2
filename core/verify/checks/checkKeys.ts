import type { Books } from "../Books.ts";
import { groupBy } from "../events.ts";
import type { Row } from "../Finding.ts";
import { phaseEnd } from "../replay/judgeSale.ts";
import { salesOf, soldIn } from "../replay/sales.ts";
import { townsOf } from "../replay/towns.ts";
import { knownOf, replay } from "../replay/World.ts";
import { type JudgedStep, stepRows } from "../rows/rows.ts";
import type { AnyEvent, SaleOf } from "./keys/Watch.ts";
import { watchAgreements } from "./keys/watchAgreements.ts";
import { watchReleases } from "./keys/watchReleases.ts";
import { watchSpending } from "./keys/watchSpending.ts";
import { watchSuccession } from "./keys/watchSuccession.ts";

/** 12: whatever needs two keys had all its steps: proposed, approved by another, the time to object, and no objection. */
export function checkKeys(books: Books): Row[] | null {
  const { sales, towns, releases, treasury, successions, profits, block } = books;
  const known = knownOf(books);
  if (sales === null || towns === null || releases === null || treasury === null) return null;
  if (successions === null || profits === null || known === null) return null;
  const approved = new Map(salesOf(sales, towns).map((sale) => [sale.id, { ...sale, sold: soldIn(sale.events) }]));
  const saleOf: SaleOf = (offering) => {
    const sale = approved.get(offering);
    if (sale === undefined) throw new Error(`Nobody approved offering ${offering}`);
    return sale;
  };
  const endOf = (offering: bigint) => phaseEnd(approved.get(offering), known.times, block.timestamp);
  const watches = [watchReleases(saleOf, endOf), watchSpending(), watchSuccession(), watchAgreements(saleOf)] as const;
  const events = [...releases, ...treasury, ...successions, ...sales, ...profits] as AnyEvent[];
  const ofWorld = [...known.members, ...known.projects, ...known.roles] as AnyEvent[];
  const steps: (JudgedStep & { town: number })[] = [];
  replay(known, [...events, ...ofWorld], (event, world) => {
    for (const watch of watches) {
      const judged = watch(event as never, world);
      if (judged !== undefined) steps.push({ ...judged, block: event.blockNumber });
    }
  });
  const byTown = groupBy(steps, ({ town }) => town);
  return [...townsOf(towns).all, ...(byTown.has(0) ? [{ id: 0, name: null }] : [])].flatMap(({ id, name }) =>
    stepRows({ name, town: id === 0 ? null : id }, byTown.get(id) ?? []),
  );
}
