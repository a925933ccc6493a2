import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import type { Books } from "@one-small-town/core/verify/Books.ts";

/**
 * Whether a node kept back what happened: it knows of no event at all, though the first block of every deployment has those
 * that name its head office. That is neither an empty past nor one that does not add up.
 */
export function isEventless(
  {
    block,
    roles,
    towns,
    members,
    hours,
    sales,
  }: Pick<Books, "block" | "roles" | "towns" | "members" | "hours" | "sales">,
  { startBlock }: Pick<Deployment, "startBlock">,
): boolean {
  return block.number >= BigInt(startBlock) && [roles, towns, members, hours, sales].every((all) => all?.length === 0);
}
