import { fixesOf, rewriteRow, writtenRows } from "@one-small-town/core/hours/reading/mendRow.ts";
import type { Problem } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { useMemo, useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { describeProblem } from "../../../content/describeProblem.ts";
import { count } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { problemWords } from "../../../content/words/sheetProblems.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";
import { ProblemRow } from "./ProblemRow.tsx";

/** So many rows are shown at first, and more at each tap. */
const SHOWN = 20;

type Props = {
  problems: readonly Problem[];
  problemCount: number;
  /** How many questions will follow. */
  questionCount: number;
  /** The file's text where it can be mended here; null where it cannot. */
  text: string | null;
  onText: (text: string) => void;
};

/** Everything that is wrong with a file at once, each row in words, with what to write instead and a field to do so. */
export function ProblemList({ problems, problemCount, questionCount, text, onText }: Props) {
  const say = useSay();
  const [shown, setShown] = useState(SHOWN);
  const rows = useMemo(() => byRow(problems), [problems]);
  const first = rows.slice(0, shown);
  const written = useMemo(() => {
    return text === null
      ? new Map<number, string>()
      : writtenRows(
          text,
          problems.map(({ row }) => row),
        );
  }, [text, problems]);
  return (
    <section className="space-y-3">
      <Notice kind="bad" isLive title={say(timesheetWords.problems(problemCount))}>
        {say(text === null ? timesheetWords.problemsOfSheet : timesheetWords.problemsHelp)}
      </Notice>
      <ul className="divide-line divide-y">
        {first.map(([row, alike]) => {
          const asWritten = written.get(row);
          return (
            <li key={row} className="space-y-2 py-3">
              {alike.map((problem) => {
                const sentence = say(describeProblem(problem));
                return <p key={problem.code}>{row === 0 ? sentence : say(problemWords.atRow(count(row), sentence))}</p>;
              })}
              {text !== null && asWritten !== undefined && (
                <ProblemRow
                  key={asWritten}
                  row={row}
                  written={asWritten}
                  fixes={alike.flatMap((problem) => fixesOf(problem, asWritten))}
                  onWrite={(mended) => onText(rewriteRow(text, row, mended))}
                />
              )}
            </li>
          );
        })}
      </ul>
      {rows.length > shown && (
        <Button look="second" onClick={() => setShown(shown + SHOWN)}>
          {say(timesheetWords.showMore)}
        </Button>
      )}
      {problemCount > problems.length && <p>{say(timesheetWords.more(problemCount - problems.length))}</p>}
      {questionCount > 0 && <p className="text-soft">{say(timesheetWords.later(questionCount))}</p>}
    </section>
  );
}

function byRow(problems: readonly Problem[]): [row: number, problems: Problem[]][] {
  const rows = new Map<number, Problem[]>();
  for (const problem of problems) rows.set(problem.row, [...(rows.get(problem.row) ?? []), problem]);
  return [...rows];
}
