import type { RowError } from "./RowError.ts";
import type { TimesheetRow } from "./TimesheetRow.ts";

/** A timesheet that can be submitted as it is, or everything that is wrong with it, by row. */
export type TimesheetReading =
  | {
      ok: true;
      /** Byte i is member number i + 1, up to the last member with any time. */
      quarters: Uint8Array;
      rows: TimesheetRow[];
      totals: { active: number; shifts: number; quarters: number };
    }
  | { ok: false; errors: RowError[] };
