import { checkOrder } from "@one-small-town/core/verify/checks/checkOrder.ts";
import type { Books } from "@one-small-town/core/verify/Books.ts";
import { describeView, whereOther } from "@one-small-town/core/verify/state/whereOther.ts";
import type { Line } from "./Report.ts";
import { isOfRoles } from "./roles/describeRoles.ts";

/** As many differences are told one by one; whoever sees so many knows enough. */
const MOST = 20;

/** What the contracts say of themselves else than follows from all that happened, view by view. */
export function reportState({ said }: Pick<Books, "said">): Line[] {
  if (said === null) throw new Error("Some of it could not be read");
  const own = said.filter((one) => !isOfRoles(one));
  const lines = own.flatMap(({ must, answer, ...view }): Line[] => {
    const other = whereOther(answer, must);
    if (other === null) return [];
    const words = `${view.contract}.${describeView(view)} says ${other.says}, but by the events it is ${other.must}.`;
    return [{ outcome: "broken", words }];
  });
  if (lines.length === 0) return [{ outcome: "holds", words: `Asked ${own.length} times, they say nothing else.` }];
  const more = lines.length - MOST;
  const rest: Line = { outcome: "broken", words: `There are ${more} more of these.` };
  return more > 0 ? [...lines.slice(0, MOST), rest] : lines;
}

/** Blocks in which what happened is not told in the order of the chain. */
export function reportOrder(books: Books): Line[] {
  const rows = checkOrder(books);
  if (rows === null) throw new Error("Some of it could not be read");
  const blocks = rows.flatMap(({ detail, figures }) => {
    if (detail?.kind === "block") return `Block ${detail.id} is told out of order, or at two times.`;
    return detail?.kind === "more" ? `There are ${figures[0]} more of these.` : [];
  });
  if (blocks.length > 0) return blocks.map((words): Line => ({ outcome: "broken", words }));
  return [
    { outcome: "holds", words: `Something happened in ${rows[0]?.figures[0] ?? 0n} blocks, one after the other.` },
  ];
}
