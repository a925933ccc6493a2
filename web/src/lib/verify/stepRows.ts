import type { Row } from "./Finding.ts";
import { withDifferences } from "./withDifferences.ts";

/** Something that happened, in a block, and whether it was allowed to. */
export type JudgedStep = { block: bigint; isRight: boolean };

/** A row that counts steps and those that were right, and one for each block with one that was not. */
export function stepRows(of: Pick<Row, "name" | "town">, steps: readonly JudgedStep[]): Row[] {
  const wrong = steps.filter(({ isRight }) => !isRight);
  const figures = [BigInt(steps.length), BigInt(steps.length - wrong.length)];
  const row: Row = { ...of, contract: null, detail: null, unit: "count", figures, outcome: "holds" };
  return withDifferences(
    row,
    wrong.map(({ block }) => ({ detail: { kind: "block", id: String(block) }, figures: [1n, 0n] })),
  );
}
