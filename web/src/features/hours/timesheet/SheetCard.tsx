import { weekEnd, weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { useState } from "react";
import { useBlockTime } from "../../../chain/blockQuery.ts";
import type { TimesheetDesk } from "../../../chain/hours/timesheetDeskQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { Button } from "../../../components/Button.tsx";
import { Card } from "../../../components/Card.tsx";
import { Choice } from "../../../components/Choice.tsx";
import { saveBytes } from "../../../components/documents/saveBytes.ts";
import { Notice } from "../../../components/Notice.tsx";
import { dateTime, listOf } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { weekRange } from "../../../content/weeks.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";
import type { Sheet } from "./Sheet.ts";
import { SheetInput } from "./SheetInput.tsx";
import { SheetResult } from "./SheetResult.tsx";
import { templateOf } from "./template.ts";
import { useLastSheet } from "./useLastSheet.ts";
import { weeksToSend } from "./weeksToSend.ts";

/** Where a coordinator sends in a week: which one, its file, what is in it, and the button. */
export function SheetCard({ town, desk }: { town: Town; desk: TimesheetDesk }) {
  const say = useSay();
  const now = useBlockTime();
  const [chosen, setChosen] = useState<number | null>(null);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const weeks = weeksToSend(desk);
  const weekIndex = weeks.find((week) => week === chosen) ?? weeks[0];
  const take = (next: Sheet | null) => {
    setHasFailed(false);
    setSheet(next);
  };
  if (weekIndex === undefined) {
    const running = weekIndexOf(now ?? 0);
    return (
      <Card title={say(timesheetWords.sheet)}>
        {now !== undefined && (
          <div className="space-y-3">
            <p>{say(timesheetWords.noOpenWeek(weekRange(running), dateTime(weekEnd(running))))}</p>
            <TemplateButton town={town.id} weekIndex={running} />
          </div>
        )}
      </Card>
    );
  }

  const earlier = weeks.filter((week) => week < weekIndex);
  return (
    <Card title={say(timesheetWords.sheet)}>
      <div className="space-y-4">
        {desk.pending !== null && <Notice kind="info">{say(timesheetWords.waitsForReview)}</Notice>}
        <WeekChoice weeks={weeks} weekIndex={weekIndex} onWeek={setChosen} />
        {earlier.length > 0 && (
          <Notice kind="warn">{say(timesheetWords.closesEarlier(listOf(earlier.map(weekRange))))}</Notice>
        )}
        {hasFailed && (
          <Notice kind="bad" isLive title={say(timesheetWords.readFailed)}>
            {say(timesheetWords.readFailedHelp)}
          </Notice>
        )}
        {sheet === null ? (
          <>
            <SheetInput onSheet={take} onFailed={() => setHasFailed(true)} />
            <TemplateButton town={town.id} weekIndex={weekIndex} />
          </>
        ) : (
          <>
            <div className="bg-sunken flex flex-wrap items-center justify-between gap-x-4 rounded-lg px-4 py-2">
              <b className="min-w-0 break-words">{sheet.name}</b>
              <Button look="quiet" className="!px-0" onClick={() => take(null)}>
                {say(timesheetWords.another)}
              </Button>
            </div>
            <SheetResult
              key={sheet.id}
              town={town}
              desk={desk}
              weekIndex={weekIndex}
              weeks={weeks}
              sheet={sheet}
              onSheet={take}
              onWeek={setChosen}
            />
          </>
        )}
      </div>
    </Card>
  );
}

type ChoiceProps = { weeks: readonly number[]; weekIndex: number; onWeek: (weekIndex: number) => void };

function WeekChoice({ weeks, weekIndex, onWeek }: ChoiceProps) {
  const say = useSay();
  if (weeks.length === 1) {
    return (
      <p>
        <span className="text-soft">{say(timesheetWords.week)}</span> <b>{weekRange(weekIndex)}</b>
      </p>
    );
  }
  return (
    <Choice
      label={say(timesheetWords.week)}
      value={String(weekIndex)}
      options={weeks.map((week) => [String(week), weekRange(week)])}
      onChoose={(week) => onWeek(Number(week))}
    />
  );
}

function TemplateButton({ town, weekIndex }: { town: number; weekIndex: number }) {
  const say = useSay();
  const last = useLastSheet(town);
  const save = () => saveBytes(templateOf(weekIndex, last?.quarters ?? new Uint8Array()), `hours-${weekIndex}.csv`);
  return (
    <Button look="quiet" className="!px-0" onClick={save}>
      {say(timesheetWords.template)}
    </Button>
  );
}
