import type { PassedOver } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { count } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";
import type { PassedOverRows } from "./reading/SheetRead.ts";

/** Filled rows of the file that do not count, by the reason: nothing is left out in silence. */
export function PassedOverList({ all }: { all: Readonly<Record<PassedOver, PassedOverRows>> }) {
  const say = useSay();
  const filled = (Object.keys(timesheetWords.reasons) as PassedOver[]).filter((reason) => all[reason].count > 0);
  if (filled.length === 0) return null;
  return (
    <details>
      <summary className="text-link min-h-11 py-2 font-semibold">{say(timesheetWords.passedOver)}</summary>
      <ul className="list-disc space-y-1 ps-6 text-sm">
        {filled.map((reason) => {
          const { first, count: number } = all[reason];
          const [name, rows] = [say(timesheetWords.reasons[reason]), first.map(count).join(", ")];
          const rest = number - first.length;
          return (
            <li key={reason}>
              {say(
                rest > 0 ? timesheetWords.passedOverMore(name, rows, rest) : timesheetWords.passedOverRow(name, rows),
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}
