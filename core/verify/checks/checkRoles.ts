import type { Books } from "../Books.ts";
import type { Row } from "../Finding.ts";
import { roleProblems, type RoleProblem, rolesKnown } from "../roles/roleProblems.ts";
import { withDifferences } from "../rows/rows.ts";

/** Nobody was given a role but by who may give it, and nobody holds two keys; each time that one was given or taken. */
export function checkRoles(books: Books): Row[] | null {
  const problems = roleProblems(books);
  const known = rolesKnown(books);
  if (problems === null || known === null) return null;
  const times = BigInt(known.events.length);
  const row: Row = {
    name: null,
    town: null,
    contract: "Authority",
    detail: null,
    unit: "count",
    figures: [times, times - BigInt(problems.length)],
    outcome: "holds",
  };
  return withDifferences(
    row,
    problems.map((problem) => ({ detail: detailOf(problem), figures: [1n, 0n] })),
  );
}

function detailOf(problem: RoleProblem): NonNullable<Row["detail"]> {
  if (problem.kind === "changedAdmin") return { kind: "block", id: String(problem.block) };
  if (problem.kind === "heldByMany") return { kind: "wallet", id: problem.holders.at(-1)?.account ?? "" };
  if (problem.kind === "twoKeys") return { kind: "wallet", id: problem.held.at(-1)?.account ?? "" };
  return { kind: "block", id: String(problem.event.blockNumber) };
}
