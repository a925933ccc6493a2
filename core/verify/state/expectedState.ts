import type { Books } from "../Books.ts";
import type { Expectation } from "./Expectation.ts";
import { expectedBenefits } from "./expectedBenefits.ts";
import { expectedDivisions } from "./expectedDivisions.ts";
import { expectedHolders } from "./expectedHolders.ts";
import { expectedHours } from "./expectedHours.ts";
import { expectedInfinity } from "./expectedInfinity.ts";
import { expectedMembers } from "./expectedMembers.ts";
import { expectedProfit } from "./expectedProfit.ts";
import { expectedOurs, expectedProjects } from "./expectedProjects.ts";
import { expectedRoles } from "./expectedRoles.ts";
import { expectedSales } from "./expectedSales.ts";
import { expectedSuccessions } from "./expectedSuccessions.ts";
import { expectedTowns } from "./expectedTowns.ts";
import { type Known, knownIn } from "./Known.ts";
import { type Scene, sceneOf } from "./Scene.ts";

const PARTS: readonly ((known: Known, scene: Scene) => Expectation[])[] = [
  ...[expectedRoles, expectedHolders, expectedTowns, expectedMembers, expectedSuccessions],
  ...[
    expectedProjects,
    expectedHours,
    expectedBenefits,
    expectedInfinity,
    expectedSales,
    expectedProfit,
    expectedDivisions,
  ],
];

/**
 * What the contracts must say of themselves by all that happened, view by view; of one town and what it shares with the
 * others where one is wanted. Null where some of the events are missing.
 */
export function expectedState(books: Omit<Books, "said">): Expectation[] | null {
  const known = knownIn(books);
  if (known === null) return null;
  const scene = sceneOf(known);
  const all = [...PARTS.flatMap((part) => part(known, scene)), ...expectedOurs(books.addresses)];
  return all.filter(({ town }) => books.town === null || town === null || town === books.town);
}
