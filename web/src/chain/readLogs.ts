import type { AbiEvent, Address, GetLogsReturnType } from "viem";
import { getLogs } from "viem/actions";
import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import { inRanges } from "@one-small-town/core/asking/inRanges.ts";
import type { TownClient } from "./System.ts";

type Wanted<event extends AbiEvent> = BlockRange & {
  /** Whose events; every contract's when absent. */
  address?: Address | readonly Address[];
  event: event;
  args?: Record<string, unknown>;
};

/** All events of one kind between two blocks, both included, in the order of the chain. */
export async function readLogs<const event extends AbiEvent>(
  client: TownClient,
  wanted: Wanted<event>,
): Promise<GetLogsReturnType<event, [event], true>> {
  const read = (range: BlockRange) => getLogs(client, { ...wanted, ...range, strict: true } as never);
  const whole = wanted.toBlock - wanted.fromBlock + 1n;
  return (await inRanges(client, wanted, whole, read)) as never;
}
