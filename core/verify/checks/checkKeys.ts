import type { Books } from "../Books.ts";
import type { Row } from "../Finding.ts";
import { phaseEnd } from "../replay/judgeSale.ts";
import { salesOf, soldIn } from "../replay/sales.ts";
import { knownOf, replay } from "../replay/World.ts";
import { type StepInTown, stepsByTown } from "../rows/stepsByTown.ts";
import type { AnyEvent, SaleOf, Watch } from "./keys/Watch.ts";
import { watchAgreements } from "./keys/watchAgreements.ts";
import { watchReleases } from "./keys/watchReleases.ts";
import { watchSpending } from "./keys/watchSpending.ts";
import { watchSuccession } from "./keys/watchSuccession.ts";

/** 12: whatever needs two keys had all its steps: proposed, approved by another, the time to object, and no objection. */
export function checkKeys(books: Books): Row[] | null {
  const { sales, towns, releases, treasury, successions, profits, tokenEvents, block } = books;
  const known = knownOf(books);
  if (sales === null || towns === null || releases === null || treasury === null) return null;
  if (successions === null || profits === null || tokenEvents === null || known === null) return null;
  const approved = new Map(salesOf(sales, towns).map((sale) => [sale.id, { ...sale, sold: soldIn(sale.events) }]));
  const saleOf: SaleOf = (offering) => approved.get(offering);
  const endOf = (offering: bigint) => phaseEnd(approved.get(offering), known.times, block.timestamp);
  // What each of them does not look at, it passes over.
  const watches = [
    watchReleases(saleOf, endOf, tokenEvents),
    watchSpending(),
    watchSuccession(),
    watchAgreements(saleOf),
  ] as unknown as Watch<AnyEvent>[];
  const events: readonly (readonly AnyEvent[])[] = [releases, treasury, successions, sales, profits];
  const ofWorld: readonly (readonly AnyEvent[])[] = [known.members, known.projects, known.roles];
  const steps: StepInTown[] = [];
  replay(known, [...events, ...ofWorld].flat(), (event, world) => {
    for (const watch of watches) {
      const judged = watch(event, world);
      if (judged !== undefined) steps.push({ ...judged, block: event.blockNumber });
    }
  });
  return stepsByTown(towns, steps);
}
