import { useId, useMemo, useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { saveBytes } from "../../../components/documents/saveBytes.ts";
import { useSay } from "../../../content/useSay.ts";
import { weekRange } from "../../../content/weeks.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";
import type { SeenSheet } from "../../../transactions/isStillPending.ts";
import { rejectTimesheet } from "../../../transactions/rejectTimesheet.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";
import { useHash } from "./useHash.ts";

/** Why a sheet is sent back, in words of which the chain keeps the hash, and the button. */
export function RejectForm({ sheet }: { sheet: SeenSheet }) {
  const say = useSay();
  const id = useId();
  const [words, setWords] = useState("");
  const hash = useHash(useMemo(() => new TextEncoder().encode(words), [words]));
  const reason = words.trim() === "" ? null : hash;
  const label = say(timesheetWords.rejectSubmit(weekRange(sheet.weekIndex)));
  return (
    <div className="space-y-3 pt-2">
      <p>{say(timesheetWords.rejectHelp)}</p>
      <div>
        <label htmlFor={id} className="font-semibold">
          {say(timesheetWords.reason)}
        </label>
        <p id={`${id}-hint`} className="text-soft text-sm">
          {say(timesheetWords.reasonHelp)}
        </p>
        <textarea
          id={id}
          rows={3}
          value={words}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => setWords(target.value)}
          className="bg-page border-soft mt-1 block w-full rounded-lg border-2 p-3"
        />
      </div>
      <Button
        look="second"
        disabled={reason === null}
        onClick={() => saveBytes(new TextEncoder().encode(words), `reason-${sheet.weekIndex}.txt`)}
      >
        {say(timesheetWords.saveReason)}
      </Button>
      <TransactionButton
        transaction={rejectTimesheet}
        input={
          reason === null ? null : { town: sheet.town, weekIndex: sheet.weekIndex, pointer: sheet.pointer, reason }
        }
        label={label}
      />
    </div>
  );
}
