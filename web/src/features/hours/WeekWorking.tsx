import type { Earnings } from "@one-small-town/core/hours/earnings.ts";
import { QUARTERS_PER_HOUR } from "@one-small-town/core/hours/timesheet.ts";
import type { ReactNode } from "react";
import type { Town } from "../../chain/members/Town.ts";
import { hoursOf, money } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { hoursWords } from "../../content/words/hours.ts";

/** The working of one week with the person's own numbers. */
export function WeekWorking({ town, week }: { town: Town; week: Earnings }) {
  const say = useSay();
  const { quarters, isActive, shifts, restQuarters, shared, active, cashPerActive } = week;
  const hours = hoursOf(quarters);
  if (quarters === 0) return <Working>{say(hoursWords.workNone)}</Working>;
  if (!isActive) return <Working>{say(hoursWords.workShort(quarters / QUARTERS_PER_HOUR))}</Working>;
  const cash = (units: bigint) => money(units, town.currency);
  return (
    <Working>
      <h3 className="text-base">{say(hoursWords.workLabelInfinity)}</h3>
      <p className="figures">{say(hoursWords.workShifts(hours, shifts))}</p>
      {restQuarters > 0 && <p className="text-soft">{say(hoursWords.workRest(restQuarters / QUARTERS_PER_HOUR))}</p>}
      <h3 className="pt-2 text-base">{say(hoursWords.workLabelCash)}</h3>
      {cashPerActive === 0n ? (
        <p>{say(hoursWords.workNoCash)}</p>
      ) : (
        <>
          <p>{say(hoursWords.workActive(hours))}</p>
          <p className="figures">{say(hoursWords.workCash(cash(shared), active, cash(cashPerActive)))}</p>
        </>
      )}
    </Working>
  );
}

function Working({ children }: { children: ReactNode }) {
  return <div className="bg-sunken mb-3 space-y-1 rounded-lg p-4 text-sm">{children}</div>;
}
