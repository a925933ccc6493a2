import { useQueries, useQuery } from "@tanstack/react-query";
import { combined, type Read } from "../../chain/combined.ts";
import { type MemberHours, type Membership, memberHoursQuery } from "../../chain/hours/memberHoursQuery.ts";
import { timesheetBytesQuery } from "../../chain/hours/timesheetBytesQuery.ts";
import { type Week, weeksQuery } from "../../chain/hours/weeksQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { type Earnings, earningsOf } from "@one-small-town/core/hours/earnings.ts";

/** A member's weeks, in the order of the calendar. */
export type MemberWeeks = {
  account: MemberHours;
  earnings: readonly Earnings[];
  /** Earlier weeks that are not read yet. */
  earlier: number;
  /** Their quarters in the timesheet under review; null when there is none. */
  reviewQuarters: number | null;
  /** Whether the list of weeks is as new as the account. */
  isUpToDate: boolean;
};

/** Reads the newest `wanted` weeks of a member, and every week they have not been paid for. */
export function useMemberWeeks(member: Membership, wanted: number): Read<MemberWeeks> {
  const system = useSystem();
  const account = useQuery(memberHoursQuery(system, member));
  const weeks = useQuery(weeksQuery(system, member.town));
  const pending = account.data?.pending ?? null;
  const { shown, earlier } = account.data && weeks.data ? shownOf(account.data, weeks.data, wanted) : NONE;
  const pointers = [...shown, ...(pending === null ? [] : [pending])].map(({ pointer }) => pointer);
  const sheets = useQueries({ queries: pointers.map((pointer) => timesheetBytesQuery(system, pointer)) });

  const { data, ...read } = combined([account, weeks, combined(sheets)]);
  if (data === undefined) return { ...read, data };
  const [own, all, bytes] = data;
  const quarters = bytes.map((sheet) => sheet[member.number - 1] ?? 0);
  return {
    ...read,
    data: {
      account: own,
      earnings: shown.map((week, i) => earningsOf(week, quarters[i] ?? 0)),
      earlier,
      reviewQuarters: pending === null ? null : (quarters.at(-1) ?? 0),
      isUpToDate: all.length === own.timesheets,
    },
  };
}

const NONE = { shown: [], earlier: 0 };

function shownOf({ joinedIn, claimedUpTo }: MemberHours, weeks: readonly Week[], wanted: number) {
  const since = weeks.filter(({ weekIndex }) => weekIndex >= joinedIn);
  const unpaid = since.filter(({ index }) => index >= claimedUpTo).length;
  const shown = since.toSorted((a, b) => a.weekIndex - b.weekIndex).slice(-Math.max(wanted, unpaid));
  return { shown, earlier: since.length - shown.length };
}
