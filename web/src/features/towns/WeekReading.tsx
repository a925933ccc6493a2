import type { WeekHours } from "../../chain/hours/useWeekHours.ts";
import { count, hoursOf, money, type Unit } from "../../content/format.ts";
import { weekRange } from "../../content/weeks.ts";
import { useSay } from "../../content/useSay.ts";
import { townWords } from "../../content/words/towns.ts";

/** The week that the reader points at, in words. */
export function WeekReading({ week, unit }: { week: WeekHours; unit: Unit }) {
  const say = useSay();
  return (
    <div className="bg-sunken self-start rounded-lg p-4">
      <p className="text-soft text-sm">{weekRange(week.weekIndex)}</p>
      <p className="font-sign figures text-xl font-bold">
        {week.totals === undefined
          ? say(townWords.hoursMissing)
          : say(townWords.weekHours(hoursOf(week.totals.quarters)))}
      </p>
      <p>{say(townWords.weekActive(week.active))}</p>
      <p className="min-h-[1lh]">{week.totals && say(townWords.weekInfinity(count(week.totals.shifts)))}</p>
      <p>{say(townWords.weekCash(money(week.cashPerActive, unit)))}</p>
      <p className="text-soft mt-2 text-xs">{say(townWords.readWeek)}</p>
    </div>
  );
}
