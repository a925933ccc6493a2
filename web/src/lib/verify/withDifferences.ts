import type { Row } from "./Finding.ts";
import { totalsOf } from "./totalsOf.ts";

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
