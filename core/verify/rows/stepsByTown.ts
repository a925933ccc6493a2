import type { TownEvent } from "../Books.ts";
import { groupBy } from "../events.ts";
import type { Row } from "../Finding.ts";
import { townsOf } from "../replay/towns.ts";
import { type JudgedStep, stepRows } from "./rows.ts";

/** A step of a town; of none with 0. */
export type StepInTown = JudgedStep & { town: number };

/** A row for each town, and one for what is of no town, or of one that nobody founded, if there is any. */
export function stepsByTown(towns: readonly TownEvent[], steps: readonly StepInTown[]): Row[] {
  const founded = townsOf(towns).all;
  const ids = new Set(founded.map(({ id }) => id));
  const byTown = groupBy(steps, ({ town }) => (ids.has(town) ? town : 0));
  return [...founded, ...(byTown.has(0) ? [{ id: 0, name: null }] : [])].flatMap(({ id, name }) =>
    stepRows({ name, town: id === 0 ? null : id }, byTown.get(id) ?? []),
  );
}
