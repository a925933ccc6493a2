import { inParallel } from "@one-small-town/core/asking/atMost.ts";
import { hexOf } from "@one-small-town/core/hex.ts";
import type { HoursEvent } from "@one-small-town/core/verify/Books.ts";
import { timesheetPointers } from "@one-small-town/core/verify/replay/timesheets.ts";
import type { Address, Hex } from "viem";
import type { TownClient } from "../System.ts";

/** Few enough that no node takes it for an attack. */
const AT_ONCE = 8;

/**
 * The code that holds each timesheet that became final, and each version of it before, as it was at one block; as far as a
 * history has it, from there, if it is the chain's.
 */
export async function readCodes(
  client: TownClient,
  hours: readonly HoursEvent[],
  blockNumber: bigint,
): Promise<Map<Address, Hex>> {
  const pointers = [...new Set(timesheetPointers(hours).flatMap(({ versions }) => versions))];
  const past = (await client.past?.()) ?? null;
  const known = await past?.codes(pointers, blockNumber).catch(() => null);
  const codes = new Map(known ?? []);
  const missing = pointers.filter((pointer) => !codes.has(pointer));
  await inParallel(missing, AT_ONCE, async (address) => {
    codes.set(address, await client.request({ method: "eth_getCode", params: [address, hexOf(blockNumber)] }));
  });
  return codes;
}
