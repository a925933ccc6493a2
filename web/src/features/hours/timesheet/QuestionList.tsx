import { type Answers, nameOf, type Question } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import { Button } from "../../../components/Button.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { describeAnswer, describeQuestion } from "../../../content/describeQuestion.ts";
import { useSay } from "../../../content/useSay.ts";
import { questionWords } from "../../../content/words/sheetQuestions.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";

/** So many are asked at once; the others come when these are answered. */
const SHOWN = 10;

type Props = { questions: readonly Question[]; questionCount: number; onAnswer: (answers: Answers) => void };

/** What only a person can know of a file, with a button for each answer; where it is asked often, one for all. */
export function QuestionList({ questions, questionCount, onAnswer }: Props) {
  const say = useSay();
  const alike = (code: Question["code"]) => questions.filter((question) => question.code === code).length;
  return (
    <section className="space-y-3">
      <Notice kind="warn" isLive title={say(timesheetWords.questions(questionCount))}>
        {say(questionWords.mendFirst)}
      </Notice>
      <ul className="divide-line divide-y">
        {questions.slice(0, SHOWN).map((question, i) => {
          const { code, options } = question;
          const isFirst = questions.findIndex((other) => other.code === code) === i;
          const number = alike(code);
          return (
            <li key={nameOf(question)} className="space-y-2 py-3">
              <p>{say(describeQuestion(question))}</p>
              <div className="flex flex-wrap gap-2">
                {options.map((option) => (
                  <Button key={option} look="second" onClick={() => onAnswer({ [nameOf(question)]: option })}>
                    {describeAnswer(question, option)}
                  </Button>
                ))}
              </div>
              {isFirst && number > 1 && (
                <div className="flex flex-wrap gap-2">
                  {options.map((option) => (
                    <Button key={option} look="quiet" onClick={() => onAnswer({ [code]: option })}>
                      {say(questionWords.forAll(describeAnswer(question, option), number))}
                    </Button>
                  ))}
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
