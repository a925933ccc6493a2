import { townOfProject } from "../projects/projectIds.ts";
import type { Books } from "./Books.ts";
import { salesOf } from "./salesOf.ts";
import { townsOf } from "./townsOf.ts";

/** Names a business as its shares are called; one that never sold any by its town and number there. */
export function businessNames({ sales, towns }: Pick<Books, "sales" | "towns">): (business: bigint) => string {
  const founded = townsOf(towns ?? []);
  const names = new Map(salesOf(sales ?? [], towns ?? []).map(({ business, name }) => [business, name]));
  return (business) => names.get(business) ?? `${founded.get(townOfProject(business)).name} ${business & 0xffff_ffffn}`;
}
