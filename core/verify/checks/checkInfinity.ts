import { INFINITY_PER_SHIFT } from "../../rules/Contributions.ts";
import type { Books } from "../Books.ts";
import { groupBy, sumOf } from "../events.ts";
import type { Row } from "../Finding.ts";
import { type Counted, countsOf } from "../replay/timesheets.ts";
import { townsOf } from "../replay/towns.ts";
import { rowOf, withDifferences } from "../rows/rows.ts";

/** 2: INFINITY that came into being, and the shifts in the bytes of the timesheets, one by one. */
export function checkMinted({ mints, hours, codes, towns }: Books): Row[] | null {
  if (mints === null || hours === null || codes === null || towns === null) return null;
  const timesheets = countsOf(hours, codes);
  const { minted, strange } = mintedFor(mints, timesheets);
  const founded = townsOf(towns);
  const rows = [...groupBy(timesheets, ({ town }) => town)].flatMap(([town, own]) => {
    const figuresOf = (of: readonly Counted[]) => [
      sumOf(of.map((timesheet) => minted.get(timesheet) ?? 0n)),
      sumOf(of.map(({ shifts }) => shifts * INFINITY_PER_SHIFT)),
    ];
    const wrong = own.filter((timesheet) => minted.get(timesheet) !== timesheet.shifts * INFINITY_PER_SHIFT);
    const { name } = founded.get(town);
    const holds = (created: bigint, worked: bigint) => created === worked;
    return withDifferences(
      rowOf({ name, town, unit: "infinity", figures: figuresOf(own), holds }),
      wrong.map((timesheet) => ({
        detail: { kind: "block", id: String(timesheet.blockNumber) },
        figures: figuresOf([timesheet]),
      })),
    );
  });
  if (strange === null) return rows;
  return [...rows, rowOf({ name: null, unit: "infinity", figures: [strange, 0n], holds: (created) => created === 0n })];
}

/** Finalising mints in the same transaction, also where nobody worked a shift. What came without a timesheet is strange. */
function mintedFor(mints: NonNullable<Books["mints"]>, timesheets: readonly Counted[]) {
  const byTransaction = groupBy(timesheets, ({ transaction }) => transaction);
  const minted = new Map<Counted, bigint>();
  let strange: bigint | null = null;
  for (const { units, transaction } of mints) {
    const timesheet = byTransaction.get(transaction)?.shift();
    if (timesheet === undefined) strange = (strange ?? 0n) + units;
    else minted.set(timesheet, units);
  }
  return { minted, strange };
}

/** 2: the supply that the token states is what came into being less what holders burnt. */
export function checkSupply({ mints, burns, infinitySupply }: Books): Row[] {
  return [
    rowOf({
      name: null,
      unit: "infinity",
      figures: [infinitySupply, mints && sumOf(mints.map(({ units }) => units)), burns && sumOf(burns)],
      holds: (supply, minted, burnt) => supply === minted - burnt,
    }),
  ];
}
