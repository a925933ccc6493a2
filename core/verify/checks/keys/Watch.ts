import type { Books } from "../../Books.ts";
import type { World } from "../../replay/World.ts";
import type { ApprovedSale } from "../../replay/sales.ts";

/** A kind of step that needs two keys: what it looks at, and whether what it ends with was right. */
export type Watch<event> = (event: event, world: World) => { town: number; isRight: boolean } | undefined;

/** What a watch may need to know of a sale. */
export type SaleOf = (
  offering: bigint,
) => Pick<ApprovedSale, "business" | "town" | "token" | "terms"> & { sold: bigint };

export type AnyEvent = NonNullable<
  NonNullable<
    Books["releases" | "treasury" | "successions" | "sales" | "profits" | "projects" | "members" | "roles"]
  >[number]
>;
