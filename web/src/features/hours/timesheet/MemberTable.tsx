import { type Change, type Compared, compareSheets } from "@one-small-town/core/hours/compareSheets.ts";
import { isActive, shiftsOf } from "@one-small-town/core/hours/timesheet.ts";
import { useMemo, useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { ScrollBox } from "../../../components/ScrollBox.tsx";
import { count, hoursOf } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";

/** So many members are shown at first, and more at each tap: a page with 24,000 rows would stand still. */
const [SHOWN, MORE] = [10, 100];

type Filter = Change | "all";
const FILTERS = ["all", "new", "missing", "doubled"] as const;

type Props = { quarters: Uint8Array; before: Uint8Array | null };

/** Every member with hours, against the week before: who is new, who is missing, who has twice as many. */
export function MemberTable({ quarters, before }: Props) {
  const say = useSay();
  const [filter, setFilter] = useState<Filter>("all");
  const [shown, setShown] = useState(SHOWN);
  const members = useMemo(() => compareSheets(before ?? new Uint8Array(), quarters), [before, quarters]);
  const fitting = filter === "all" || before === null ? members : members.filter(({ change }) => change === filter);
  const numberOf = (each: Filter) =>
    each === "all" ? members.length : members.filter(({ change }) => change === each).length;
  return (
    <div className="space-y-3">
      {before !== null && (
        <div role="group" aria-label={say(timesheetWords.compare)} className="flex flex-wrap gap-2">
          {FILTERS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={filter === each}
              onClick={() => {
                setFilter(each);
                setShown(SHOWN);
              }}
              className="border-soft aria-pressed:border-link aria-pressed:bg-info-soft aria-pressed:text-link min-h-11 cursor-pointer rounded-lg border-2 px-3 text-sm font-semibold"
            >
              {say(timesheetWords.filter(say(timesheetWords.changes[each]), count(numberOf(each))))}
            </button>
          ))}
        </div>
      )}
      {fitting.length === 0 ? (
        <p className="text-soft">{say(timesheetWords.nobodyHere)}</p>
      ) : (
        <ScrollBox label={say(timesheetWords.see)} className="overflow-x-auto">
          <Table members={fitting.slice(0, shown)} hasBefore={before !== null} />
        </ScrollBox>
      )}
      {fitting.length > shown && (
        <Button look="second" onClick={() => setShown(shown + MORE)}>
          {say(timesheetWords.showMore)}
        </Button>
      )}
    </div>
  );
}

function Table({ members, hasBefore }: { members: readonly Compared[]; hasBefore: boolean }) {
  const say = useSay();
  return (
    <table className="figures w-full text-sm">
      <thead className="text-soft">
        <tr>
          <th className="py-1 text-start align-bottom font-medium">{say(timesheetWords.tableMember)}</th>
          <th className="py-1 ps-2 text-end align-bottom font-medium">{say(timesheetWords.tableHours)}</th>
          <th className="py-1 ps-2 text-end align-bottom font-medium">{say(timesheetWords.tableShifts)}</th>
          {hasBefore && (
            <th className="py-1 ps-2 text-end align-bottom font-medium">{say(timesheetWords.tableBefore)}</th>
          )}
          {hasBefore && (
            <th className="py-1 ps-3 text-start align-bottom font-medium">{say(timesheetWords.tableChange)}</th>
          )}
        </tr>
      </thead>
      <tbody className="divide-line divide-y">
        {members.map(({ member, quarters, before, change }) => (
          <tr key={member}>
            <th scope="row" className="py-1.5 text-start font-medium">
              {member}
            </th>
            <td className={`py-1.5 text-end ${isActive(quarters) ? "font-semibold" : "text-soft"}`}>
              {hoursOf(quarters)}
            </td>
            <td className="py-1.5 text-end">{count(shiftsOf(quarters))}</td>
            {hasBefore && <td className="text-soft py-1.5 text-end">{hoursOf(before)}</td>}
            {hasBefore && <td className="py-1.5 ps-3">{change !== null && say(timesheetWords.changes[change])}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
