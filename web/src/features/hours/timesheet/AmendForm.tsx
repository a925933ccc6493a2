import { readHours, readMember } from "@one-small-town/core/hours/reading/cells.ts";
import { AMENDED_REVIEW } from "@one-small-town/core/rules/Contributions.ts";
import { MOST_QUARTERS } from "@one-small-town/core/rules/Timesheet.ts";
import { type MessageDescriptor } from "@lingui/core";
import { useState } from "react";
import type { PendingSheet, TimesheetDesk } from "../../../chain/hours/timesheetDeskQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { Button } from "../../../components/Button.tsx";
import { Field } from "../../../components/Field.tsx";
import { hoursOf, span } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";
import { amendTimesheet } from "../../../transactions/amendTimesheet.ts";
import { TransactionButton } from "../../../transactions/TransactionButton.tsx";
import type { Amending } from "./mayAmend.ts";

type Props = {
  town: Town;
  desk: TimesheetDesk;
  pending: PendingSheet;
  quarters: Uint8Array;
  may: Exclude<Amending, "wroteIt">;
};

type Change = { member: number; quarters: number };

/** Other hours for some members of the sheet under review: a list that is sent in one go. */
export function AmendForm({ town, desk, pending, quarters, may }: Props) {
  const say = useSay();
  const isOne = may === "submitter";
  const [number, setNumber] = useState(isOne ? String(pending.submitter) : "");
  const [hours, setHours] = useState("");
  const [changes, setChanges] = useState<readonly Change[]>([]);
  const [isTried, setIsTried] = useState(false);
  const member = readMember(number);
  const before = quarters[member - 1] ?? 0;
  const isMember = member >= 1 && member <= desk.members;
  const numberProblem = problemOfNumber();
  const read = readHours(hours);
  const wanted = "quarters" in read && read.quarters <= MOST_QUARTERS ? read.quarters : null;
  const hoursProblem = problemOfHours();

  const typed =
    numberProblem === null && hoursProblem === null && wanted !== null ? { member, quarters: wanted } : null;
  const listed = changes.filter((change) => change.member !== typed?.member);
  const all = typed === null ? listed : [...listed, typed];
  const isBlank = hours === "" && (isOne || number === "");

  function add(): void {
    setIsTried(true);
    if (typed === null) return;
    setChanges(all);
    setIsTried(false);
    setHours("");
    setNumber("");
  }

  return (
    <div className="space-y-4 pt-2">
      <p>{say(timesheetWords.amendHelp(span(AMENDED_REVIEW)))}</p>
      {isOne && <p>{say(timesheetWords.amendOwn(pending.submitter))}</p>}
      <form
        className="space-y-3"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Field
          label={say(timesheetWords.amendNumber)}
          hint={isMember ? say(timesheetWords.amendNow(hoursOf(before))) : " "}
          value={number}
          inputMode="numeric"
          readOnly={isOne}
          onChange={({ target }) => setNumber(target.value)}
          problem={(isTried || number !== "") && numberProblem !== null ? say(numberProblem) : null}
        />
        <Field
          label={say(timesheetWords.amendHours)}
          hint={say(timesheetWords.amendHoursHelp)}
          value={hours}
          inputMode="decimal"
          onChange={({ target }) => setHours(target.value)}
          problem={(isTried || hours !== "") && hoursProblem !== null ? say(hoursProblem) : null}
        />
        {!isOne && (
          <Button type="submit" look="second">
            {say(timesheetWords.amendAdd)}
          </Button>
        )}
      </form>
      {changes.length > 0 && (
        <ul className="divide-line divide-y">
          {changes.map((change) => (
            <li key={change.member} className="flex flex-wrap items-center justify-between gap-x-4">
              <span className="figures">
                {say(
                  timesheetWords.amendChange(
                    change.member,
                    hoursOf(quarters[change.member - 1] ?? 0),
                    hoursOf(change.quarters),
                  ),
                )}
              </span>
              <Button
                look="quiet"
                className="!px-0 text-sm"
                onClick={() => setChanges(changes.filter((other) => other !== change))}
              >
                {say(timesheetWords.amendRemove(change.member))}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <TransactionButton
        transaction={amendTimesheet}
        input={
          all.length === 0 || (typed === null && !isBlank)
            ? null
            : { town: town.id, weekIndex: pending.weekIndex, pointer: pending.pointer, changes: all }
        }
        label={say(all.length === 0 ? timesheetWords.amendNothing : timesheetWords.amendSubmit(all.length))}
      />
    </div>
  );

  function problemOfNumber(): MessageDescriptor | null {
    if (!isMember) return timesheetWords.badNumber(String(desk.members));
    return member === desk.self.member ? timesheetWords.ownNumber : null;
  }

  function problemOfHours(): MessageDescriptor | null {
    if (wanted === null) return timesheetWords.badHours(hoursOf(MOST_QUARTERS));
    return wanted === before ? timesheetWords.sameHours : null;
  }
}
