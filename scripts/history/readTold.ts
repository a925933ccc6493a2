import { contributionsEvents } from "@one-small-town/core/abis/contributionsEvents.ts";
import { shareOfferingEvents } from "@one-small-town/core/abis/shareOfferingEvents.ts";
import type { Ask } from "@one-small-town/core/asking/Ask.ts";
import { inParallel } from "@one-small-town/core/asking/atMost.ts";
import type { RawLog } from "@one-small-town/core/asking/logs.ts";
import type { BlockRange } from "@one-small-town/core/asking/ranges.ts";
import type { Deployment } from "@one-small-town/core/deployment/Deployment.ts";
import { decoderOf } from "@one-small-town/core/history/decodeEvents.ts";
import { toldOf } from "@one-small-town/core/history/differencesOf.ts";
import { lower, tellersOf } from "@one-small-town/core/history/file/Family.ts";
import { logOf } from "@one-small-town/core/history/file/logOf.ts";
import { placeOf } from "@one-small-town/core/history/file/partsOf.ts";
import type { Sheet, Told } from "@one-small-town/core/history/file/Record.ts";
import { type Address, type Hex, numberToHex } from "viem";

const AT_ONCE = 8;

const decodeSale = decoderOf(shareOfferingEvents);
const decodeHours = decoderOf(contributionsEvents);

export type Reading = {
  events: Told[];
  /** The bytes of each timesheet that was written down, by the place of the event that tells of it. */
  sheets: Map<string, Sheet>;
};

type Wanted = BlockRange & {
  deployment: Deployment;
  /** The tokens of its businesses, in small letters; whoever was approved in these blocks is added. */
  tokens: Set<Address>;
  /**
   * The block at which the bytes of timesheets are read: they never change, and few nodes have the state of old blocks.
   * The last block when absent.
   */
  stateAt?: bigint;
};

/**
 * Everything that the contracts of a deployment told from one block to another, in the order of the chain. Throws where
 * the node has no bytes of a timesheet that was written down.
 */
export async function readTold(ask: Ask, { deployment, tokens, stateAt, ...range }: Wanted): Promise<Reading> {
  const own = await readLogs(ask, tellersOf(deployment.addresses), range);
  const offering = lower(deployment.addresses.ShareOffering);
  for (const log of own.filter(({ address }) => address === offering)) {
    const token = tokenFoundedIn(log);
    if (token !== null) tokens.add(token);
  }
  const ofTokens = tokens.size === 0 ? [] : await readLogs(ask, [...tokens], range);
  const logs = [...own, ...ofTokens].sort(inOrder);
  const times = await readTimes(ask, logs);
  const events = logs.map((log) => ({ ...toldOf(log), time: times.get(log.blockNumber) ?? 0 }));
  const sheets = await inParallel(sheetsToldIn(events, deployment), AT_ONCE, async ([place, pointer]) => {
    const params = [pointer, numberToHex(stateAt ?? range.toBlock)];
    const code = (await ask({ method: "eth_getCode", params })) as Hex;
    if (code === "0x") throw new Error(`The node has no timesheet at ${pointer}, where the contracts wrote one`);
    return [place, { pointer, code }] as const;
  });
  return { events, sheets: new Map(sheets) };
}

/** Which events tell that a timesheet was written down, by their places, and where its bytes are. */
export function sheetsToldIn(events: readonly Told[], { addresses }: Deployment): [place: string, pointer: Address][] {
  const contributions = lower(addresses.Contributions);
  return events.flatMap((told) => {
    if (told.address !== contributions) return [];
    const event = decodeHours(logOf(told));
    const isWritten = event?.eventName === "TimesheetSubmitted" || event?.eventName === "TimesheetAmended";
    return isWritten ? [[placeOf(told), lower(event.args.pointer)]] : [];
  });
}

/** The token of a business whose sale was approved; null for every other event. */
function tokenFoundedIn(log: RawLog): Address | null {
  const event = decodeSale(log);
  return event?.eventName === "OfferingApproved" ? lower(event.args.token) : null;
}

async function readLogs(ask: Ask, address: readonly Address[], { fromBlock, toBlock }: BlockRange): Promise<RawLog[]> {
  const filter = { address, fromBlock: numberToHex(fromBlock), toBlock: numberToHex(toBlock) };
  const logs = (await ask({ method: "eth_getLogs", params: [filter] })) as RawLog[];
  return logs.map((log) => ({ ...log, address: lower(log.address) }));
}

/** When the blocks were made, in seconds; asked for where the node does not say it with its events. */
async function readTimes(ask: Ask, logs: readonly RawLog[]): Promise<Map<Hex, number>> {
  const times = new Map<Hex, number>();
  for (const { blockNumber, blockTimestamp } of logs) times.set(blockNumber, Number(blockTimestamp ?? 0));
  const unsaid = [...times].flatMap(([block, time]) => (time > 0 ? [] : [block]));
  await inParallel(unsaid, AT_ONCE, async (block) => {
    const header = await ask({ method: "eth_getBlockByNumber", params: [block, false] });
    times.set(block, Number((header as { timestamp: Hex }).timestamp));
  });
  return times;
}

function inOrder(one: RawLog, other: RawLog): number {
  return Number(one.blockNumber) - Number(other.blockNumber) || Number(one.logIndex) - Number(other.logIndex);
}
