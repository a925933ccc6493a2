import { plainText } from "../plainText.ts";
import { townOfProject } from "../projects/projectIds.ts";
import type { Books } from "./Books.ts";
import { salesOf } from "./salesOf.ts";
import type { Subject } from "./Subject.ts";
import { townsOf } from "./townsOf.ts";

/** Each town, or the one that is asked for, and below it each of its businesses that sold shares, once. */
export function subjectsOf({ towns, sales }: Pick<Books, "towns" | "sales">, only: number | null): Subject[] {
  if (towns === null) return [];
  const businesses = new Map(
    salesOf(sales ?? [], towns).map(({ business, name }): [bigint, Subject] => [
      business,
      { name: plainText(name), town: townOfProject(business), business },
    ]),
  );
  return townsOf(towns)
    .all.filter(({ id }) => only === null || id === only)
    .flatMap(({ id, name }) => [
      { name: plainText(name), town: id, business: null },
      ...[...businesses.values()].filter(({ town }) => town === id),
    ]);
}
