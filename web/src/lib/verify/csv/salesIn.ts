import { townOfProject } from "../../projects/projectIds.ts";
import { plainText } from "../../plainText.ts";
import type { Books } from "../Books.ts";
import { type ApprovedSale, salesOf } from "../salesOf.ts";
import type { Source } from "./Table.ts";

type Wanted = Pick<Source, "town" | "business">;

/** The sales that a table is about, in the order of their approval. */
export function salesIn(
  { sales, towns }: { [part in "sales" | "towns"]: NonNullable<Books[part]> },
  wanted: Wanted,
): ApprovedSale[] {
  return salesOf(sales, towns)
    .filter(({ business }) => isOf(business, wanted))
    .map((sale) => ({ ...sale, name: plainText(sale.name) }));
}

/** Whether a business is what a table is about. */
export function isOf(id: bigint, { town, business }: Wanted): boolean {
  return business === null ? townOfProject(id) === town : id === business;
}
