import type { Row, Unit } from "./Finding.ts";

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
