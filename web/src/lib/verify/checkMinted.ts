import type { Books } from "./Books.ts";
import { type Counted, countsOf } from "./countsOf.ts";
import type { Row } from "./Finding.ts";
import { groupBy } from "./groupBy.ts";
import { infinityPerShift } from "./infinityPerShift.ts";
import { rowOf } from "./rowOf.ts";
import { sumOf } from "./sumOf.ts";
import { townsOf } from "./townsOf.ts";

/** 2: INFINITY that came into being, and the shifts in the bytes of the timesheets, town by town. */
export function checkMinted({ mints, hours, codes, towns }: Books): Row[] | null {
  if (mints === null || hours === null || codes === null || towns === null) return null;
  const timesheets = countsOf(hours, codes);
  const minted = mintedByTown(mints, timesheets);
  const founded = townsOf(towns);
  const rows = [...groupBy(timesheets, ({ town }) => town)].map(([town, own]) =>
    rowOf({
      name: founded.get(town).name,
      town,
      unit: "infinity",
      figures: [minted.get(town) ?? 0n, sumOf(own.map(({ shifts }) => shifts * infinityPerShift))],
      holds: (created, worked) => created === worked,
    }),
  );
  const strange = minted.get(null);
  if (strange === undefined) return rows;
  return [...rows, rowOf({ name: null, unit: "infinity", figures: [strange, 0n], holds: (created) => created === 0n })];
}

/** Finalising mints in the same transaction. What came into being without a timesheet is under null. */
function mintedByTown(mints: NonNullable<Books["mints"]>, timesheets: readonly Counted[]): Map<number | null, bigint> {
  const byTransaction = groupBy(timesheets, ({ transactionHash }) => transactionHash);
  const sums = new Map<number | null, bigint>();
  for (const { units, transactionHash } of mints) {
    const town = byTransaction.get(transactionHash)?.shift()?.town ?? null;
    sums.set(town, (sums.get(town) ?? 0n) + units);
  }
  return sums;
}
