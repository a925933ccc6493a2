import { useId, useRef, useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { useSay } from "../../../content/useSay.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";
import { type Sheet, sheetOf } from "./Sheet.ts";

type Props = { onSheet: (sheet: Sheet) => void; onFailed: () => void };

const KINDS = ".csv,.tsv,.txt,.xlsx,.ods,text/csv,text/plain";

/** More would make a field slow: it is taken as a file. */
const MOST_TYPED = 100_000;

const HEADER = "member,project,date,hours\n";

/** Where a coordinator drops, chooses, pastes or types the hours of a week. Nothing leaves the device. */
export function SheetInput({ onSheet, onFailed }: Props) {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);

  async function take(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    try {
      onSheet(sheetOf(file.name, new Uint8Array(await file.arrayBuffer()), true));
    } catch {
      onFailed();
    }
  }

  return (
    <div className="space-y-3">
      <div
        className={`space-y-3 rounded-xl border-2 border-dashed p-5 text-center ${isOver ? "border-link bg-info-soft" : "border-soft"}`}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          void take(event.dataTransfer.files[0]);
        }}
      >
        <p aria-hidden="true" className="text-soft max-sm:hidden">
          {say(timesheetWords.drop)}
        </p>
        <Button onClick={() => input.current?.click()}>{say(timesheetWords.choose)}</Button>
        <p className="text-soft text-sm">{say(timesheetWords.chooseHelp)}</p>
        <input
          ref={input}
          type="file"
          accept={KINDS}
          tabIndex={-1}
          aria-label={say(timesheetWords.choose)}
          className="sr-only"
          onChange={({ target }) => {
            void take(target.files?.[0]);
            target.value = ""; // the same file can be chosen again once it is mended
          }}
        />
      </div>
      <TypedRows onSheet={onSheet} />
    </div>
  );
}

function TypedRows({ onSheet }: Pick<Props, "onSheet">) {
  const say = useSay();
  const id = useId();
  const [text, setText] = useState(HEADER);
  const give = (rows: string) =>
    onSheet(sheetOf(`${say(timesheetWords.typed).replaceAll(" ", "-")}.csv`, new TextEncoder().encode(rows), false));
  return (
    <details>
      <summary className="text-link min-h-11 py-2 font-semibold">{say(timesheetWords.type)}</summary>
      <label htmlFor={id} className="font-semibold">
        {say(timesheetWords.typeLabel)}
      </label>
      <textarea
        id={id}
        rows={8}
        value={text}
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData("text/plain");
          if (pasted.length <= MOST_TYPED) return;
          event.preventDefault();
          give(pasted);
        }}
        className="bg-page figures border-soft mt-1 mb-2 block w-full rounded-lg border-2 p-3 font-mono text-sm"
      />
      <Button look="second" disabled={text.trim() === ""} onClick={() => give(text)}>
        {say(timesheetWords.checkRows)}
      </Button>
    </details>
  );
}
