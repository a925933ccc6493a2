import { queryOptions } from "@tanstack/react-query";
import { type Address, hexToBytes } from "viem";
import { getCode } from "viem/actions";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";

/**
 * The quarters of an hour in a timesheet: byte i is member number i + 1; members beyond its end have none. The code of
 * a contract never changes, so it is read once.
 */
export function timesheetBytesQuery(system: System, pointer: Address) {
  return queryOptions({
    queryKey: keyOf(system, "timesheetBytes", pointer),
    queryFn: () => readTimesheetBytes(system, pointer),
    staleTime: Infinity,
    gcTime: Infinity,
  });
}

/** The code begins with a zero byte, so that nobody can call what follows. */
async function readTimesheetBytes({ client }: System, pointer: Address): Promise<Uint8Array> {
  const code = await getCode(client, { address: pointer });
  if (code === undefined) throw new Error(`There is no timesheet at ${pointer}`);
  return hexToBytes(code).subarray(1);
}
