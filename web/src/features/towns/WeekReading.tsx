import { count, money, type Unit } from "../../content/format.ts";
import { hoursOf } from "../../content/hoursOf.ts";
import { townWords } from "../../content/words/towns.ts";
import { useSay } from "../../content/useSay.ts";
import { weekRange } from "../../content/weekRange.ts";
import type { WeekHours } from "../../chain/hours/useWeekHours.ts";

/** The week that the reader points at, in words. */
export function WeekReading({ week, unit }: { week: WeekHours; unit: Unit }) {
  const say = useSay();
  return (
    <div className="bg-sunken self-start rounded-lg p-4">
      <p className="text-soft text-sm">{weekRange(week.weekIndex)}</p>
      <p className="font-sign figures text-xl font-bold">
        {week.quarters === undefined ? say(townWords.hoursMissing) : say(townWords.weekHours(hoursOf(week.quarters)))}
      </p>
      <p>{say(townWords.weekActive(week.active))}</p>
      <p>{say(townWords.weekInfinity(count(week.shifts)))}</p>
      <p>{say(townWords.weekCash(money(week.cashPerActive, unit)))}</p>
      <p className="text-soft mt-2 text-xs">{say(townWords.readWeek)}</p>
    </div>
  );
}
