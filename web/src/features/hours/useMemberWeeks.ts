import { useQueries, useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { type MemberHours, type Membership, memberHoursQuery } from "../../chain/hours/memberHoursQuery.ts";
import { timesheetBytesQuery } from "../../chain/hours/timesheetBytesQuery.ts";
import { weeksQuery } from "../../chain/hours/weeksQuery.ts";
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
  isSettled: boolean;
};

/** Reads the newest `wanted` weeks of a member, and every week they have not been paid for. */
export function useMemberWeeks(member: Membership, wanted: number) {
  const system = useSystem();
  const account = useQuery(memberHoursQuery(system, member));
  const weeks = useQuery(weeksQuery(system, member.town));
  const since = account.data && weeks.data?.filter(({ weekIndex }) => weekIndex >= account.data.joinedIn);
  const unpaid = since?.filter(({ index }) => index >= (account.data?.claimedUpTo ?? 0)).length ?? 0;
  const shown = since?.toSorted((a, b) => a.weekIndex - b.weekIndex).slice(-Math.max(wanted, unpaid)) ?? [];
  const pending = account.data?.pending ?? null;
  const pointers = [...shown.map(({ pointer }) => pointer), ...(pending === null ? [] : [pending.pointer])];
  const sheets = useQueries({ queries: pointers.map((pointer: Address) => timesheetBytesQuery(system, pointer)) });

  const all = [account, weeks, ...sheets];
  const isRead = sheets.every(({ data }) => data !== undefined);
  const bytes = sheets.map(({ data }) => data?.[member.number - 1] ?? 0);
  const data: MemberWeeks | undefined =
    account.data === undefined || since === undefined || !isRead
      ? undefined
      : {
          account: account.data,
          earnings: shown.map((week, i) => earningsOf(week, bytes[i] ?? 0)),
          earlier: since.length - shown.length,
          reviewQuarters: pending === null ? null : (bytes[shown.length] ?? 0),
          isSettled: weeks.data?.length === account.data.timesheets,
        };
  return {
    data,
    isError: all.some(({ isError }) => isError),
    retry: () => all.forEach((query) => void query.refetch()),
  };
}
