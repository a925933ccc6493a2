import { useSay } from "../content/useSay.ts";
import { weekRange } from "../content/weeks.ts";
import { timesheetWords } from "../content/words/timesheet.ts";
import { finaliseTimesheet } from "./finaliseTimesheet.ts";
import { TransactionButton } from "./TransactionButton.tsx";

type Props = { town: number; weekIndex: number; isHere?: boolean };

/** The button with which anybody has a week counted whose review is over, and the way to where everyone is paid, unless it is here. */
export function CountWeek({ town, weekIndex, isHere = false }: Props) {
  const say = useSay();
  return (
    <div className="space-y-2">
      <TransactionButton
        transaction={finaliseTimesheet}
        input={{ town, weekIndex }}
        label={say(timesheetWords.count(weekRange(weekIndex)))}
      />
      <p className="text-soft text-sm">
        {say(timesheetWords.countHelp)} {!isHere && <a href={`#/desk/hours/${town}`}>{say(timesheetWords.toPay)}</a>}
      </p>
    </div>
  );
}
