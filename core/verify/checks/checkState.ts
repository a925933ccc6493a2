import type { Books, Said } from "../Books.ts";
import { groupBy } from "../events.ts";
import type { Row } from "../Finding.ts";
import { withDifferences } from "../rows/rows.ts";
import { describeView, whereOther } from "../state/whereOther.ts";

/** What the contracts say of themselves follows from all that happened: each answer of each contract. */
export function checkState({ said }: Books): Row[] | null {
  if (said === null) return null;
  return [...groupBy(said, ({ contract }) => contract)].flatMap(([contract, own]) => {
    const others = own.flatMap((one) => differenceOf(one) ?? []);
    const all = BigInt(own.length);
    const figures = [all, all - BigInt(others.length)];
    const row: Row = { name: null, town: null, contract, detail: null, unit: "count", figures, outcome: "holds" };
    return withDifferences(row, others);
  });
}

function differenceOf({ must, answer, ...view }: Said) {
  const other = whereOther(answer, must);
  if (other === null) return null;
  const detail = { kind: "view" as const, id: describeView(view), ...other };
  return { detail, figures: [1n, 0n] };
}
