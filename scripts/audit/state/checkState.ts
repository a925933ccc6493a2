import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import { readEach } from "../../../web/src/chain/readEach.ts";
import { readEvents } from "../../../web/src/chain/readEvents.ts";
import type { System } from "../../../web/src/chain/System.ts";
import { infinityTokenEvents } from "@one-small-town/core/abis/infinityTokenEvents.ts";
import type { Books } from "@one-small-town/core/verify/Books.ts";
import type { Line } from "../Report.ts";
import { abis } from "./abis.ts";
import type { Expectation } from "./Expectation.ts";
import { expectedBenefits } from "./expectedBenefits.ts";
import { expectedDivisions } from "./expectedDivisions.ts";
import { expectedHours } from "./expectedHours.ts";
import { expectedInfinity } from "./expectedInfinity.ts";
import { expectedMembers } from "./expectedMembers.ts";
import { expectedProfit } from "./expectedProfit.ts";
import { expectedOurs, expectedProjects } from "./expectedProjects.ts";
import { expectedRoles } from "./expectedRoles.ts";
import { expectedSales } from "./expectedSales.ts";
import { expectedTowns } from "./expectedTowns.ts";
import { type Known, knownIn } from "./Known.ts";
import { whereOther } from "./whereOther.ts";

const PARTS: readonly ((known: Known) => Expectation[])[] = [
  ...[expectedRoles, expectedTowns, expectedMembers, expectedProjects, expectedHours, expectedBenefits],
  ...[expectedSales, expectedProfit, expectedDivisions],
];

/** As many differences are told one by one; whoever sees so many knows enough. */
const MOST = 20;

/** Compares what the contracts say of themselves with what follows from all that happened, view by view. */
export async function checkState(system: System, books: Books, history: BlockRange): Promise<Line[]> {
  const { client, deployment } = system;
  const known = knownIn(books);
  if (known === null) throw new Error("Some of the events are missing");
  const address = deployment.addresses.InfinityToken;
  const moves = await readEvents(client, { address, abi: infinityTokenEvents, ...history });
  const all = [...expectedInfinity(moves), ...PARTS.flatMap((part) => part(known)), ...expectedOurs(books.addresses)];
  const wanted = all.filter(({ town }) => books.town === null || town === null || town === books.town);
  const answers = await readEach(
    client,
    wanted,
    ({ contract, view: functionName, args }) => [
      { address: deployment.addresses[contract], abi: abis[contract], functionName, args },
    ],
    history.toBlock,
  );
  const lines = answers.flatMap(([{ must, ...view }, [answer]]): Line[] => {
    const other = whereOther(answer, must);
    if (other === null) return [];
    const words = `${describe(view)} says ${other.says}, but by the events it is ${other.must}.`;
    return [{ outcome: "broken", words }];
  });
  if (lines.length === 0) return [{ outcome: "holds", words: `Asked ${wanted.length} times, they say nothing else.` }];
  const more = lines.length - MOST;
  const rest: Line = { outcome: "broken", words: `There are ${more} more of these.` };
  return more > 0 ? [...lines.slice(0, MOST), rest] : lines;
}

function describe({ contract, view, args }: Pick<Expectation, "contract" | "view" | "args">): string {
  return `${contract}.${view}(${args.map(String).join(", ")})`;
}
