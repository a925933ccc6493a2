import { checkBooks } from "@one-small-town/core/verify/checkBooks.ts";
import type { Books } from "@one-small-town/core/verify/Books.ts";
import type { Row } from "@one-small-town/core/verify/Finding.ts";
import { roleProblems } from "@one-small-town/core/verify/roles/roleProblems.ts";
import { whereOther } from "@one-small-town/core/verify/state/whereOther.ts";

/** What the public is told that does not hold, or that nobody can say, a line each. */
export function alarmsOf(books: Books): string[] {
  const rows = checkBooks(books).flatMap(({ key, outcome, rows: all }) => {
    if (outcome === "holds") return [];
    if (all === null) return [`${key} could not be made`];
    return all.flatMap((row) => (row.outcome === "holds" ? [] : [`${key} ${describe(row)}`]));
  });
  const said = (books.said ?? []).flatMap(({ contract, view, args, must, answer }) => {
    const other = whereOther(answer, must);
    return other === null ? [] : [`${contract}.${view}(${args.join()}) says ${other.says}, not ${other.must}`];
  });
  const unread = books.said === null ? ["what the contracts say could not be read"] : [];
  const roles = (roleProblems(books) ?? []).map(({ kind }) => `a role: ${kind}`);
  return [...rows, ...said, ...unread, ...roles];
}

function describe({ outcome, name, contract, detail, figures }: Row): string {
  const of = [name, contract, detail && `${detail.kind} ${detail.id}`].filter((part) => part).join(", ");
  return `${outcome}: ${of}: ${figures.map(String).join(", ")}`;
}
