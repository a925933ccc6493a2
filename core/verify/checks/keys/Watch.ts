import type { Books } from "../../Books.ts";
import type { World } from "../../replay/World.ts";
import type { ApprovedSale } from "../../replay/sales.ts";

/** A kind of step that needs two keys: what it looks at, and whether what it ends with was right. */
export type Watch<event> = (event: event, world: World) => { town: number; isRight: boolean } | undefined;

/** What a watch may need to know of a sale. Undefined for one that nobody approved. */
export type SaleOf = (
  offering: bigint,
) => (Pick<ApprovedSale, "business" | "town" | "token" | "terms"> & { sold: bigint }) | undefined;

/** The same of a sale that there must be: without its beginning nobody can say whether what happened in it was right. */
export function requireSale(saleOf: SaleOf, offering: bigint): NonNullable<ReturnType<SaleOf>> {
  const sale = saleOf(offering);
  if (sale === undefined) throw new Error(`Nobody approved offering ${offering}`);
  return sale;
}

export type AnyEvent = NonNullable<
  NonNullable<
    Books["releases" | "treasury" | "successions" | "sales" | "profits" | "projects" | "members" | "roles"]
  >[number]
>;
