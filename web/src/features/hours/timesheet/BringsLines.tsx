import { type Brings, bringsOf } from "@one-small-town/core/hours/nextSheet.ts";
import type { TimesheetDesk } from "../../../chain/hours/timesheetDeskQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { Stat, StatList } from "../../../components/Stat.tsx";
import { count, hoursOf, infinity, money } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";

type Props = {
  town: Town;
  desk: Pick<TimesheetDesk, "carry" | "running">;
  sheet: { active: number; shifts: number; members: number; quarters: number; rows?: number };
};

/** A sheet in figures: what is in it, what it will mint, and what it will pay to each, with the working. */
export function BringsLines({ town, desk, sheet }: Props) {
  const say = useSay();
  const { active, shifts, members, quarters, rows } = sheet;
  const brings = bringsOf({ active, shifts }, desk);
  return (
    <div className="space-y-3">
      <StatList>
        {rows !== undefined && <Stat name={say(timesheetWords.rows)} value={count(rows)} />}
        <Stat name={say(timesheetWords.hours)} value={hoursOf(quarters)} />
        <Stat name={say(timesheetWords.people)} value={count(members)} />
        <Stat name={say(timesheetWords.active)} value={count(active)} />
        <Stat name={say(timesheetWords.mints)} value={infinity(brings.infinity)} />
        <Stat
          name={say(timesheetWords.each)}
          note={say(timesheetWords.eachMore)}
          value={money(brings.each, town.currency)}
        />
      </StatList>
      <p className="text-soft text-sm">
        {say(timesheetWords.rule)} {workingOf(brings)}
      </p>
    </div>
  );

  function workingOf({ available, each }: Brings): string {
    if (available === 0n || active === 0) return say(timesheetWords.noCash);
    const units = town.currency;
    return say(timesheetWords.cashWorking(money(available, units), active, money(each, units)));
  }
}
