import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { combined, type Read } from "../../chain/combined.ts";
import { type MemberHours, type Membership, memberHoursQuery } from "../../chain/hours/memberHoursQuery.ts";
import { memberWeeksQuery } from "../../chain/hours/memberWeeksQuery.ts";
import { timesheetBytesQuery } from "../../chain/hours/timesheetBytesQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import type { Earnings } from "@one-small-town/core/hours/earnings.ts";

/** A member's weeks, in the order of the calendar. */
export type MemberWeeks = {
  account: MemberHours;
  earnings: readonly Earnings[];
  /** Whether there are earlier weeks, which are not read yet. */
  hasEarlier: boolean;
  /** Their quarters in the timesheet under review; null when there is none. */
  reviewQuarters: number | null;
  /** Whether the list of weeks is as new as the account. */
  isUpToDate: boolean;
};

/** Reads the newest `wanted` weeks of a member, and every week they have not been paid for. */
export function useMemberWeeks(member: Membership, wanted: number): Read<MemberWeeks> {
  const system = useSystem();
  const account = useQuery(memberHoursQuery(system, member));
  const { timesheets, claimedUpTo } = account.data ?? NOTHING;
  const pending = account.data?.pending ?? null;
  // One more tells whether there are more.
  const from = Math.max(0, Math.min(timesheets - wanted - 1, claimedUpTo));
  const weeks = useQuery({
    ...memberWeeksQuery(system, member, { from, upTo: timesheets }),
    enabled: account.data !== undefined,
    placeholderData: keepPreviousData,
  });
  const sheet = useQuery({
    ...timesheetBytesQuery(system, pending?.pointer ?? "0x"),
    enabled: pending !== null,
  });

  const { data, ...read } = combined([account, weeks, pending === null ? NO_SHEET : sheet]);
  if (data === undefined) return { ...read, data };
  const [own, all, bytes] = data;
  const since = all.filter(({ weekIndex }) => weekIndex >= own.joinedIn);
  const unpaid = since.filter(({ index }) => index >= own.claimedUpTo).length;
  // A claim goes by the order of closing, a list of weeks by the calendar.
  const earnings = since.slice(-Math.max(wanted, unpaid)).toSorted((one, other) => one.weekIndex - other.weekIndex);
  return {
    ...read,
    data: {
      account: own,
      earnings,
      hasEarlier: since.length > earnings.length,
      reviewQuarters: pending === null ? null : (bytes[member.number - 1] ?? 0),
      isUpToDate: !weeks.isPlaceholderData && all.length === own.timesheets - from,
    },
  };
}

const NOTHING = { timesheets: 0, claimedUpTo: 0 };

const NO_SHEET: Read<Uint8Array> = { data: new Uint8Array(), isError: false, refetch: () => undefined };
