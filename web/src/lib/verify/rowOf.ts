import type { Row } from "./Finding.ts";

type Wanted = Omit<Row, "outcome" | "contract"> & {
  contract?: Row["contract"];
  /** Asked only when every figure was read. */
  holds: (...figures: bigint[]) => boolean;
};

/** A row with its outcome. */
export function rowOf({ name, unit, figures, contract = null, holds }: Wanted): Row {
  const read = figures.filter((figure) => figure !== null);
  const outcome = read.length < figures.length ? "unavailable" : holds(...read) ? "holds" : "broken";
  return { name, contract, unit, figures, outcome };
}
