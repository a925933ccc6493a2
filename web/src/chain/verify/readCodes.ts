import { hexOf } from "@one-small-town/core/hex.ts";
import { type Address, type Hex } from "viem";
import type { HoursEvent } from "@one-small-town/core/verify/Books.ts";
import { timesheetPointers } from "@one-small-town/core/verify/replay/timesheets.ts";
import type { TownClient } from "../System.ts";
import { inParallel } from "@one-small-town/core/asking/atMost.ts";

/** Few enough that no node takes it for an attack. */
const AT_ONCE = 8;

/** The code that holds each timesheet that became final, and each version of it before, as it was at one block. */
export async function readCodes(
  client: TownClient,
  hours: readonly HoursEvent[],
  blockNumber: bigint,
): Promise<Map<Address, Hex>> {
  const pointers = timesheetPointers(hours).flatMap(({ versions }) => versions);
  const codes = await inParallel([...new Set(pointers)], AT_ONCE, async (address) => {
    const code = await client.request({ method: "eth_getCode", params: [address, hexOf(blockNumber)] });
    return [address, code] as const;
  });
  return new Map(codes);
}
