import { hexToBytes } from "viem";
import { isActive, shiftsOf } from "../../hours/timesheet.ts";
import { daysOfWeek } from "../../hours/weeks.ts";
import { eventsNamed } from "../events.ts";
import { timesheetPointers } from "../replay/timesheets.ts";
import { townsOf } from "../replay/towns.ts";
import { currencyColumns, moneyCells, type Source, type Table } from "./cells.ts";

const columns = [
  ...["timesheet", "week_index", "week_starts", "bytes_at", "member", "quarter_hours", "shifts", "infinity", "cash"],
  ...currencyColumns,
];

/** Every member's week in every final timesheet, read from its bytes: whoever has no hours has no row. */
export function timesheetsTable({ books, currencies, town }: Source): Table | null {
  const { hours, codes, towns } = books;
  if (hours === null || codes === null || towns === null) return null;
  const money = moneyCells(townsOf(towns).get(town).currency, currencies);
  const own = hours.filter(({ args }) => args.town === town);
  const pointers = timesheetPointers(own).map(({ pointer }) => pointer ?? "");
  const rows = eventsNamed(own, "TimesheetFinalised").flatMap(({ args: { index, weekIndex, cashPerActive } }, i) => {
    const pointer = pointers[i] ?? "";
    const [monday = ""] = daysOfWeek(weekIndex);
    const members = [...hexToBytes(codeAt(codes, pointer)).subarray(1).entries()];
    return members
      .filter(([, quarters]) => quarters > 0)
      .map(([byte, quarters]) => {
        const cash = money.amount(isActive(quarters) ? cashPerActive : 0n);
        const shifts = shiftsOf(quarters);
        return [index, weekIndex, monday, pointer, byte + 1, quarters, shifts, shifts, cash, ...money.currency];
      });
  });
  return { columns, rows };
}

function codeAt(codes: ReadonlyMap<string, `0x${string}`>, pointer: string): `0x${string}` {
  const code = codes.get(pointer);
  if (code === undefined) throw new Error(`The bytes of a timesheet are missing at ${pointer}`);
  return code;
}
