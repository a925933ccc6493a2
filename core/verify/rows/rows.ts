import type { Row, Unit } from "../Finding.ts";

type Optional = "town" | "contract" | "detail";

type Wanted = Omit<Row, "outcome" | Optional> &
  Partial<Pick<Row, Optional>> & {
    /** Asked only when every figure was read. */
    holds: (...figures: bigint[]) => boolean;
  };

/** A row with its outcome. */
export function rowOf({ name, unit, figures, town = null, contract = null, detail = null, holds }: Wanted): Row {
  const read = figures.filter((figure) => figure !== null);
  const outcome = read.length < figures.length ? "unavailable" : holds(...read) ? "holds" : "broken";
  return { name, town, contract, detail, unit, figures, outcome };
}

export type Total = { unit: Unit; figures: readonly (bigint | null)[] };

/** The figures of rows summed, once for each unit; null where a summand could not be read. */
export function totalsOf(rows: readonly Row[]): Total[] {
  const totals = new Map<Unit, (bigint | null)[]>();
  for (const { unit, figures, detail } of rows) {
    if (detail !== null) continue;
    const sums = totals.get(unit);
    totals.set(
      unit,
      figures.map((figure, i) => (sums === undefined ? figure : add(sums[i] ?? null, figure))),
    );
  }
  return [...totals].map(([unit, figures]) => ({ unit, figures }));
}

function add(a: bigint | null, b: bigint | null): bigint | null {
  return a === null || b === null ? null : a + b;
}

/** As many differences are told one by one; whoever sees so many knows enough. */
const MOST = 8;

type Difference = Pick<Row, "figures"> & { detail: NonNullable<Row["detail"]>; unit?: Row["unit"] };

/** A row about many, and one for each that differs, the last of them for all that are not told. */
export function withDifferences(row: Row, differences: readonly Difference[]): Row[] {
  if (differences.length === 0) return [row];
  const { name, town, contract } = row;
  const told = differences.slice(0, MOST).map(({ unit = row.unit, ...difference }): Row => ({
    name,
    town,
    contract,
    unit,
    outcome: "broken",
    ...difference,
  }));
  const others = differences.slice(MOST).filter(({ unit = row.unit }) => unit === row.unit);
  const rest = others.map((difference): Row => ({ ...row, ...difference, unit: row.unit, detail: null }));
  const detail = { kind: "more", id: String(differences.length - MOST) } as const;
  const more = totalsOf(rest).map(({ figures }): Row => ({ ...row, figures, detail, outcome: "broken" }));
  return [{ ...row, outcome: "broken" }, ...told, ...more];
}

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
