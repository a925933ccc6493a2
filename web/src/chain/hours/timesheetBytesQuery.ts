import { queryOptions } from "@tanstack/react-query";
import { type Address, hexToBytes } from "viem";
import { ask } from "../gather.ts";
import { keyOf } from "../keys.ts";
import type { System } from "../System.ts";

/** About how long the timesheet of a large town is. */
const LONG = 5_000;

/**
 * The quarters of an hour in a timesheet: byte i is member number i + 1; members beyond its end have none. The code of
 * a contract never changes, so it is read once.
 */
export function timesheetBytesQuery(system: System, pointer: Address) {
  return queryOptions({
    queryKey: keyOf(system, "timesheetBytes", pointer),
    queryFn: () => readTimesheetBytes(system, pointer, LONG),
    staleTime: Infinity,
    gcTime: Infinity,
  });
}

/** `members` is about how many it has. The code begins with a zero byte, so that nobody can call what follows. */
export async function readTimesheetBytes({ client }: System, target: Address, members: number): Promise<Uint8Array> {
  const code = await ask(client, { target, data: "0x", bytes: members + 1, block: "latest" });
  if (code === "0x") throw new Error(`There is no timesheet at ${target}`);
  return hexToBytes(code).subarray(1);
}
