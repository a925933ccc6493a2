import { longReviewOf } from "@one-small-town/core/hours/nextSheet.ts";
import { rewriteRow } from "@one-small-town/core/hours/reading/mendRow.ts";
import { useQuery } from "@tanstack/react-query";
import type { TimesheetDesk } from "../../../chain/hours/timesheetDeskQuery.ts";
import { type Unfit, unfitQuery } from "../../../chain/hours/unfitQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Button } from "../../../components/Button.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { count } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { weekRange } from "../../../content/weeks.ts";
import { problemWords } from "../../../content/words/sheetProblems.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";
import { useWallet } from "../../../transactions/wallet/walletStore.ts";
import { BringsLines } from "./BringsLines.tsx";
import { HandIn } from "./HandIn.tsx";
import { LongReviewLines } from "./LongReviewLines.tsx";
import { MemberTable } from "./MemberTable.tsx";
import { PassedOverList } from "./PassedOverList.tsx";
import type { SheetRead } from "./reading/SheetRead.ts";
import { rewritten, type Sheet } from "./Sheet.ts";
import { useLastSheet } from "./useLastSheet.ts";

type Read = Extract<SheetRead, { kind: "read" }>;

type Props = {
  town: Town;
  desk: TimesheetDesk;
  weekIndex: number;
  read: Read;
  sheet: Sheet;
  text: string | null;
  onSheet: (sheet: Sheet | null) => void;
};

/** A file that can be read: what it holds and brings, against the week before, and the way to send it in. */
export function SheetPreview({ town, desk, weekIndex, read, sheet, text, onSheet }: Props) {
  const say = useSay();
  const system = useSystem();
  const wallet = useWallet();
  const last = useLastSheet(town.id);
  const { quarters, totals, rows, firstRow, passedOver } = read;
  const members = quarters.reduce((sum, each) => sum + Number(each > 0), 0);
  const named = `${sheet.id} ${sheet.bytes.length} ${totals.quarters} ${quarters.length}`;
  const unfit = useQuery(unfitQuery(system, { town: town.id, weekIndex, quarters, sheet: named }));
  const { active, shifts } = totals;
  const why = longReviewOf({ weekIndex, active }, desk);
  return (
    <div className="space-y-6">
      <section className="space-y-3">
        <h3>{say(timesheetWords.preview)}</h3>
        <BringsLines town={town} desk={desk} sheet={{ active, shifts, members, quarters: totals.quarters, rows }} />
        <PassedOverList all={passedOver} />
      </section>
      <section className="space-y-3">
        <h3>{say(timesheetWords.compare)}</h3>
        <p className="text-soft text-sm">
          {say(last === null ? timesheetWords.compareNone : timesheetWords.compareWith(weekRange(last.weekIndex)))}
        </p>
        <MemberTable quarters={quarters} before={last?.quarters ?? null} />
      </section>
      <section className="space-y-3">
        <h3>{say(timesheetWords.review)}</h3>
        <LongReviewLines why={why} active={active} electors={desk.electors} />
      </section>
      <Loaded query={unfit}>
        {(found) =>
          found.away.length + found.notYet.length > 0 ? (
            <UnfitList
              unfit={found}
              firstRow={firstRow}
              onTakeOut={text === null ? null : (row) => onSheet(rewritten(sheet, rewriteRow(text, row, "")))}
            />
          ) : (
            wallet !== null && (
              <HandIn
                sheet={sheet}
                week={{ town: town.id, weekIndex, quarters }}
                wallet={wallet.address}
                onKept={() => onSheet(Object.assign({}, sheet, { isKept: true }))}
                onDone={() => onSheet(null)}
              />
            )
          )
        }
      </Loaded>
    </div>
  );
}

type UnfitProps = { unfit: Unfit; firstRow: Uint32Array; onTakeOut: ((row: number) => void) | null };

/** Members whom the chain refuses, though their numbers are right: former ones, suspended ones, and who joined later. */
function UnfitList({ unfit: { away, notYet }, firstRow, onTakeOut }: UnfitProps) {
  const say = useSay();
  const all = [
    ...away.map((member) => ({ member, words: problemWords.away(String(member)) })),
    ...notYet.map((member) => ({ member, words: problemWords.notYet(String(member)) })),
  ];
  return (
    <section className="space-y-3">
      <Notice kind="bad" isLive title={say(timesheetWords.problems(all.length))}>
        {say(onTakeOut === null ? timesheetWords.problemsOfSheet : timesheetWords.problemsHelp)}
      </Notice>
      <ul className="divide-line divide-y">
        {all.map(({ member, words }) => {
          const row = firstRow[member - 1] ?? 0;
          return (
            <li key={member} className="space-y-2 py-3">
              <p>{say(problemWords.atRow(count(row), say(words)))}</p>
              {onTakeOut !== null && (
                <Button look="second" onClick={() => onTakeOut(row)}>
                  {say(timesheetWords.takeOut)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
