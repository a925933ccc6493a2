import { isJump } from "@one-small-town/core/hours/jump.ts";
import { totalQuarters } from "@one-small-town/core/hours/timesheet.ts";
import { useQuery } from "@tanstack/react-query";
import { useBlockTime } from "../../../chain/blockQuery.ts";
import { timesheetBytesQuery } from "../../../chain/hours/timesheetBytesQuery.ts";
import type { PendingSheet, TimesheetDesk } from "../../../chain/hours/timesheetDeskQuery.ts";
import type { Town } from "../../../chain/members/Town.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { AddressText } from "../../../components/AddressText.tsx";
import { Card } from "../../../components/Card.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { count, dateTime, duration, listOf } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { weekRange } from "../../../content/weeks.ts";
import { timesheetWords } from "../../../content/words/timesheet.ts";
import { CountWeek } from "../../../transactions/CountWeek.tsx";
import { useWallet } from "../../../transactions/wallet/walletStore.ts";
import { AmendForm } from "./AmendForm.tsx";
import { BringsLines } from "./BringsLines.tsx";
import { mayAmend } from "./mayAmend.ts";
import { MemberTable } from "./MemberTable.tsx";
import { RejectForm } from "./RejectForm.tsx";
import { useLastSheet } from "./useLastSheet.ts";

type Props = { town: Town; desk: TimesheetDesk; pending: PendingSheet };

/** The week under review: until when, what it would bring, who wrote it, and what this wallet can do about it. */
export function PendingCard({ town, desk, pending }: Props) {
  const say = useSay();
  const system = useSystem();
  const now = useBlockTime();
  const { weekIndex, reviewEnds, by, submitter, active, electors, jumpSince } = pending;
  const bytes = useQuery(timesheetBytesQuery(system, pending.pointer));
  const left = now === undefined ? undefined : reviewEnds - now;
  const isOver = left !== undefined && left <= 0;
  const passedOver = desk.openWeeks.filter((week) => week < weekIndex);
  return (
    <Card title={say(timesheetWords.pending(weekRange(weekIndex)))}>
      <div className="space-y-5">
        <Notice kind={isOver ? "good" : "info"}>
          {left !== undefined &&
            say(
              isOver ? timesheetWords.pendingOver : timesheetWords.pendingUntil(dateTime(reviewEnds), duration(left)),
            )}
        </Notice>
        {isOver && <CountWeek town={town.id} weekIndex={weekIndex} isHere />}
        <div className="space-y-1 text-sm">
          {isJump(active, electors) ? (
            <p>{say(timesheetWords.isJump(count(active), count(electors)))}</p>
          ) : (
            jumpSince > 0 && passedOver.length === 0 && <p>{say(timesheetWords.wasJump)}</p>
          )}
          {passedOver.length > 0 && <p>{say(timesheetWords.closesEarlier(listOf(passedOver.map(weekRange))))}</p>}
          <p>
            {say(timesheetWords.writtenBy)} <AddressText address={by} explorer={system.settings.network.explorer} />
          </p>
          {submitter > 0 && <p>{say(timesheetWords.withoutHoursOf(submitter))}</p>}
        </div>
        <Loaded query={bytes} lines={6}>
          {(quarters) => <PendingHours town={town} desk={desk} pending={pending} quarters={quarters} isOver={isOver} />}
        </Loaded>
      </div>
    </Card>
  );
}

type HoursProps = Props & { quarters: Uint8Array; isOver: boolean };

function PendingHours({ town, desk, pending, quarters, isOver }: HoursProps) {
  const say = useSay();
  const wallet = useWallet();
  const last = useLastSheet(town.id);
  const { active, shifts } = pending;
  const members = quarters.reduce((sum, each) => sum + Number(each > 0), 0);
  const may = wallet === null ? null : mayAmend(desk, pending, wallet.address);
  return (
    <>
      <BringsLines town={town} desk={desk} sheet={{ active, shifts, members, quarters: totalQuarters(quarters) }} />
      <details>
        <summary className="text-link min-h-11 py-2 font-semibold">{say(timesheetWords.see)}</summary>
        <MemberTable quarters={quarters} before={last?.quarters ?? null} />
      </details>
      {!isOver && may !== null && (
        <details>
          <summary className="text-link min-h-11 py-2 font-semibold">{say(timesheetWords.amend)}</summary>
          {may === "wroteIt" ? (
            <p>{say(timesheetWords.amendYou)}</p>
          ) : (
            <AmendForm key={pending.pointer} town={town} desk={desk} pending={pending} quarters={quarters} may={may} />
          )}
        </details>
      )}
      {!isOver && desk.self.mayReject && (
        <details>
          <summary className="text-link min-h-11 py-2 font-semibold">{say(timesheetWords.reject)}</summary>
          <RejectForm sheet={{ town: town.id, weekIndex: pending.weekIndex, pointer: pending.pointer }} />
        </details>
      )}
    </>
  );
}
