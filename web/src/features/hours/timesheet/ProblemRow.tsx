import type { Fix } from "@one-small-town/core/hours/reading/mendRow.ts";
import { useId, useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { count } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";

type Props = {
  row: number;
  written: string;
  fixes: readonly Fix[];
  /** Called with the row as it is to be; empty to take it out. */
  onWrite: (written: string) => void;
};

/** One row of the file as it is written, with the ways to mend it: one tap where it is clear what was meant. */
export function ProblemRow({ row, written, fixes, onWrite }: Props) {
  const say = useSay();
  const id = useId();
  const [text, setText] = useState(written);
  return (
    <form
      className="space-y-2"
      onSubmit={(event) => {
        event.preventDefault();
        onWrite(text);
      }}
    >
      {fixes.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {fixes.map((fix) => (
            <Button key={fix.value} look="second" onClick={() => onWrite(fix.written)}>
              {say(timesheetWords.write(fix.value))}
            </Button>
          ))}
        </div>
      )}
      <label htmlFor={id} className="text-soft block text-sm">
        {say(timesheetWords.change(count(row)))}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={({ target }) => setText(target.value)}
          className="bg-page border-soft min-h-12 w-full min-w-48 rounded-lg sm:w-auto sm:flex-1 border-2 px-3 font-mono text-sm"
        />
        <Button type="submit" look="second" className="!px-4" disabled={text === written}>
          {say(timesheetWords.save)}
        </Button>
        <Button look="quiet" className="!px-2" onClick={() => onWrite("")}>
          {say(timesheetWords.takeOut)}
        </Button>
      </div>
    </form>
  );
}
