import { inRanges } from "@one-small-town/core/asking/inRanges.ts";
import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import type { AbiEvent, Address, GetLogsReturnType, Hash } from "viem";
import { getLogs } from "viem/actions";
import { fromPast } from "./past/fromPast.ts";
import { noteTimes } from "./past/noteTimes.ts";
import type { TownClient } from "./System.ts";

type Wanted<event extends AbiEvent> = BlockRange & {
  /** Whose events; every contract's when absent. */
  address?: Address | readonly Address[];
  event: event;
  args?: Record<string, unknown>;
};

/** A transaction of which a history tells has no hash: its block and its place there say which it is. */
type Told<log> = log extends unknown ? Omit<log, "transactionHash"> & { transactionHash: Hash | null } : never;

/** All events of one kind between two blocks, both included, in the order of the chain; as `readEvents` reads them. */
export async function readLogs<const event extends AbiEvent>(
  client: TownClient,
  wanted: Wanted<event>,
): Promise<Told<GetLogsReturnType<event, [event], true>[number]>[]> {
  const { event, address, args, ...range } = wanted;
  const addresses = address === undefined ? null : [address].flat();
  const past = addresses && (await fromPast(client, addresses));
  if (addresses && past) {
    const told = await past.events([event], addresses, range, client.times);
    return told.filter((one) => isAbout(one.args as unknown as Record<string, unknown>, args)) as never;
  }
  const read = async (part: BlockRange) => {
    const logs = await getLogs(client, { ...wanted, ...part, strict: true } as never);
    noteTimes(client, logs);
    return logs;
  };
  return (await inRanges(client, wanted, wanted.toBlock - wanted.fromBlock + 1n, read)) as never;
}

/** Whether an event has these values; a list is any of them. */
function isAbout(own: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>> = {}): boolean {
  return Object.entries(wanted).every(([name, value]) => {
    return value === undefined || [value].flat().some((one) => plain(one) === plain(own[name]));
  });
}

function plain(value: unknown): string {
  return String(value).toLowerCase();
}
