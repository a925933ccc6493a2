import type {
  Answers,
  PassedOver,
  TimesheetReading,
  TimesheetTown,
} from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { readTimesheet } from "@one-small-town/core/hours/readTimesheet.ts";

/** So many rows are named of each kind that does not count. */
const MOST_NAMED = 10;

/** Rows that do not count: the first of them, and how many there are. */
export type PassedOverRows = { first: readonly number[]; count: number };

/**
 * What a page needs of a file that was read: not its rows themselves, which may be 100,000 and would hold the page up on
 * their way out of a worker, but how many count, and in which row each member first stands.
 */
export type SheetRead =
  | {
      kind: "read";
      quarters: Uint8Array;
      rows: number;
      /** For member number *i + 1*; 0 for who has none. */
      firstRow: Uint32Array;
      totals: { active: number; shifts: number; quarters: number };
      passedOver: Readonly<Record<PassedOver, PassedOverRows>>;
    }
  | Exclude<TimesheetReading, { kind: "read" }>;

export type SheetAsked = { bytes: Uint8Array; town: TimesheetTown; answers: Answers };

/** Reads a file, giving others their turn in between. */
export async function readSheet({ bytes, town, answers }: SheetAsked): Promise<SheetRead> {
  const reading = await readTimesheet(bytes, town, { answers, pause: othersTurn });
  if (reading.kind !== "read") return reading;

  const { quarters, rows, totals, passedOver } = reading;
  const firstRow = new Uint32Array(quarters.length);
  for (const { member, row } of rows) if (firstRow[member - 1] === 0) firstRow[member - 1] = row;
  const named = Object.entries(passedOver).map(([reason, all]) => [
    reason,
    { first: all.slice(0, MOST_NAMED), count: all.length },
  ]);
  return {
    kind: "read",
    quarters,
    rows: rows.length,
    firstRow,
    totals,
    passedOver: Object.fromEntries(named) as Record<PassedOver, PassedOverRows>,
  };
}

function othersTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
