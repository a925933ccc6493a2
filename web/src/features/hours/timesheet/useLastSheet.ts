import { useQuery } from "@tanstack/react-query";
import { timesheetBytesQuery } from "../../../chain/hours/timesheetBytesQuery.ts";
import { weeksQuery } from "../../../chain/hours/weeksQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";

/** The last week that a town has had counted, with the quarters of all its members; null when there is none, or not yet. */
export function useLastSheet(town: number): { weekIndex: number; quarters: Uint8Array } | null {
  const system = useSystem();
  const last = useQuery(weeksQuery(system, town)).data?.at(-1);
  const bytes = useQuery({ ...timesheetBytesQuery(system, last?.pointer ?? "0x"), enabled: last !== undefined });
  return last === undefined || bytes.data === undefined ? null : { weekIndex: last.weekIndex, quarters: bytes.data };
}
