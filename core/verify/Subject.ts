import { townOfProject } from "../projects/projects.ts";
import type { Books } from "./Books.ts";
import { salesOf } from "./replay/sales.ts";
import { townsOf } from "./replay/towns.ts";

/** A town, or one of its businesses that sold shares: what tables and posters are made for. */
export type Subject = {
  name: string;
  town: number;
  /** The id of the business; null where the town itself is meant. */
  business: bigint | null;
};

/** Each town, or the one that is asked for, and below it each of its businesses that sold shares, once. */
export function subjectsOf({ towns, sales }: Pick<Books, "towns" | "sales">, only: number | null): Subject[] {
  if (towns === null) return [];
  const businesses = new Map(
    salesOf(sales ?? [], towns).map(({ business, name }): [bigint, Subject] => [
      business,
      { name, town: townOfProject(business), business },
    ]),
  );
  return townsOf(towns)
    .all.filter(({ id }) => only === null || id === only)
    .flatMap(({ id, name }) => [
      { name, town: id, business: null },
      ...[...businesses.values()].filter(({ town }) => town === id),
    ]);
}
