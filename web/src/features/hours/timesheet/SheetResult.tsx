import type { Answers, Problem } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { weekIndexOf } from "@one-small-town/core/hours/weeks.ts";
import { useEffect, useState } from "react";
import type { TimesheetDesk } from "../../../chain/hours/timesheetDeskQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { Button } from "../../../components/Button.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { useSay } from "../../../content/useSay.ts";
import { weekRange } from "../../../content/weeks.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";
import { ProblemList } from "./ProblemList.tsx";
import { QuestionList } from "./QuestionList.tsx";
import { useReading } from "./reading/useReading.ts";
import { rewritten, type Sheet, textOf } from "./Sheet.ts";
import { SheetPreview } from "./SheetPreview.tsx";

type Props = {
  town: Town;
  desk: TimesheetDesk;
  weekIndex: number;
  /** The weeks that can be chosen. */
  weeks: readonly number[];
  sheet: Sheet;
  onSheet: (sheet: Sheet | null) => void;
  onWeek: (weekIndex: number) => void;
};

/** What a file was found to hold: all that must be mended, then what only a person knows, then what it would bring. */
export function SheetResult({ town, desk, weekIndex, weeks, sheet, onSheet, onWeek }: Props) {
  const say = useSay();
  const [answers, setAnswers] = useState<Answers>({});
  const wanted = { weekIndex, members: desk.members, ownMember: desk.self.member };
  const reading = useReading(sheet.bytes, wanted, answers);
  const problems = reading !== null && reading !== "failed" && reading.kind === "refused" ? reading.problems : [];
  const text = useText(sheet);
  const answered = Object.keys(answers).length;
  return (
    <div className="space-y-4" aria-busy={reading === null}>
      <Suggestion problems={problems} weekIndex={weekIndex} weeks={weeks} onWeek={onWeek} />
      {resultOf()}
      {answered > 0 && (
        <p className="flex flex-wrap items-center gap-x-3 text-sm">
          {say(timesheetWords.answered(answered))}
          <Button look="quiet" className="!px-0 text-sm" onClick={() => setAnswers({})}>
            {say(timesheetWords.forget)}
          </Button>
        </p>
      )}
    </div>
  );

  function resultOf() {
    if (reading === null) return <p role="status">{say(timesheetWords.reading)}</p>;
    if (reading === "failed") {
      return (
        <Notice kind="bad" isLive title={say(timesheetWords.readFailed)}>
          {say(timesheetWords.readFailedHelp)}
        </Notice>
      );
    }
    if (reading.kind === "refused") {
      const { problemCount, questionCount } = reading;
      const all = { problems, problemCount, questionCount };
      return <ProblemList {...all} text={text} onText={(mended) => onSheet(rewritten(sheet, mended))} />;
    }
    if (reading.kind === "asked") {
      const { questions, questionCount } = reading;
      const add = (more: Answers) => setAnswers(Object.assign({}, answers, more));
      return <QuestionList questions={questions} questionCount={questionCount} onAnswer={add} />;
    }
    return (
      <SheetPreview
        town={town}
        desk={desk}
        weekIndex={weekIndex}
        read={reading}
        sheet={sheet}
        text={text}
        onSheet={onSheet}
      />
    );
  }
}

/** The rows as text, where they can be mended here; null until they are there, and where they cannot. */
function useText({ bytes }: Sheet): string | null {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    void textOf({ bytes }).then((found) => isWanted && setText(found));
    return () => {
      isWanted = false;
    };
  }, [bytes]);
  return text;
}

type SuggestionProps = Pick<Props, "weekIndex" | "weeks" | "onWeek"> & { problems: readonly Problem[] };

/** A file of another week that is open: nobody has to mend its dates. */
function Suggestion({ problems, weekIndex, weeks, onWeek }: SuggestionProps) {
  const say = useSay();
  const [other] = problems.flatMap((problem) => (problem.code === "wrongWeek" ? weekOf(problem.date) : []));
  if (other === undefined || other === weekIndex || !weeks.includes(other)) return null;
  const named = weekRange(other);
  return (
    <Notice
      kind="info"
      title={say(timesheetWords.isSample(named))}
      action={
        <Button look="second" onClick={() => onWeek(other)}>
          {say(timesheetWords.takeWeek(named))}
        </Button>
      }
    />
  );
}

function weekOf(date: string): number[] {
  const moment = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(date) : Number.NaN;
  return Number.isNaN(moment) ? [] : [weekIndexOf(moment / 1000)];
}
