import type { Address } from "viem";
import type { Books, ReleaseEvent, SaleEvent } from "../Books.ts";
import type { Row } from "../Finding.ts";
import { insidersOf } from "../replay/insiders.ts";
import { salesOf } from "../replay/sales.ts";
import { knownOf, replay } from "../replay/World.ts";
import { type JudgedStep, stepRows } from "../rows/rows.ts";

/** 24: who asks for a business's money, is paid it or approves it buys none of its shares, and moves nothing with them. */
export function checkInsiders(books: Books): Row[] | null {
  const { sales, towns, releases } = books;
  const known = knownOf(books);
  if (sales === null || towns === null || releases === null || known === null) return null;
  const approved = new Map(salesOf(sales, towns).map((sale) => [sale.id, sale]));
  const acts = [...sales, ...releases].filter((event) => actorOf(event) !== null);
  const steps = new Map<bigint, JudgedStep[]>([...approved.keys()].map((id) => [id, []]));
  replay<SaleEvent | ReleaseEvent>(known, acts, (event, world) => {
    const act = actorOf(event);
    const sale = act && approved.get(act.offering);
    if (!act || !sale) return;
    const isRight = !insidersOf(world, sale.business, sale.town).includes(act.by);
    steps.get(sale.id)?.push({ block: event.blockNumber, isRight });
  });
  return [...approved.values()].flatMap(({ id, name, town }) => stepRows({ name, town }, steps.get(id) ?? []));
}

/** Who bought, objected or voted, and in which sale. */
function actorOf({ eventName, args }: SaleEvent | ReleaseEvent): { offering: bigint; by: Address } | null {
  if (eventName === "SharesBought") return { offering: args.offering, by: args.buyer };
  if (eventName === "ReleaseObjected" || eventName === "WindUpVoted")
    return { offering: args.offering, by: args.holder };
  return null;
}
