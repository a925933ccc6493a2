import { checkOrder } from "@one-small-town/core/verify/checks/checkOrder.ts";
import { checkTold } from "@one-small-town/core/verify/checks/checkTold.ts";
import type { Row } from "@one-small-town/core/verify/Finding.ts";
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
  const rows = rowsOf(checkOrder(books));
  const fine = `Something happened in ${rows[0]?.figures[0] ?? 0n} blocks, one after the other.`;
  return linesOf(rows, (block) => `Block ${block} is told out of order, or at two times.`, fine);
}

/** Blocks of which something is told that cannot be, by what was told before it or with it. */
export function reportTold(books: Books): Line[] {
  const rows = rowsOf(checkTold(books));
  const fine = `Each of ${rows[0]?.figures[0] ?? 0n} events fits what was told before it and with it.`;
  return linesOf(
    rows,
    (block) => `What is told of block ${block} contradicts what was told before it or with it.`,
    fine,
  );
}

function rowsOf(rows: Row[] | null): Row[] {
  if (rows === null) throw new Error("Some of it could not be read");
  return rows;
}

function linesOf(rows: readonly Row[], wordsOf: (block: string) => string, fine: string): Line[] {
  const blocks = rows.flatMap(({ detail, figures }) => {
    if (detail?.kind === "block") return wordsOf(detail.id);
    return detail?.kind === "more" ? `There are ${figures[0]} more of these.` : [];
  });
  if (blocks.length === 0) return [{ outcome: "holds", words: fine }];
  return blocks.map((words): Line => ({ outcome: "broken", words }));
}
