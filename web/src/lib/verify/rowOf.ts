import type { Row } from "./Finding.ts";

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
