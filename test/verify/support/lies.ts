import { eventSignatures } from "@one-small-town/core/abis/eventSignatures.ts";
import type { ContractName } from "@one-small-town/core/deployment/Deployment.ts";
import { eventsOf } from "@one-small-town/core/verify/eventsOf.ts";
import { WORD } from "@one-small-town/core/views/words.ts";
import type { Hex } from "viem";
import type { LogFilter, RawLog } from "@one-small-town/core/asking/logs.ts";
import { fitsFilter } from "../../../scripts/audit/node/fitsFilter.ts";
import { decoderOf } from "@one-small-town/core/history/decodeEvents.ts";

/** An event with the time of its block, as some nodes and every history file tell it. */
export type TimedLog = RawLog & { blockTimestamp: Hex };
type Request = { method: string; params?: unknown };
type Node = (request: Request) => Promise<unknown>;

/** What can be done to one event of a history: told not at all, twice, with another value, or at another time. */
export const lieKinds = ["omitted", "twice", "changed", "shifted"] as const;
export type LieKind = (typeof lieKinds)[number];

const DAY = 86_400;

const decode = decoderOf((Object.keys(eventSignatures) as ContractName[]).flatMap((name) => [...eventsOf(name)]));

/** The name of an event of ours; nothing for another's. */
export function nameOf(log: TimedLog): string | undefined {
  return decode(log)?.eventName;
}

/**
 * A node that tells the history `logs`, but of one event something else; of all else it says what `node` does. Changed is
 * one word of the event, in its lowest bit; shifted is its time, by a day. `what` names the lie.
 */
export function lyingAbout(node: Node, logs: readonly TimedLog[], index: number, kind: LieKind) {
  const meant = logs[index];
  if (meant === undefined) throw new Error(`There is no event ${index}`);
  const change = changed(meant, index);
  const told = logs.flatMap((log) => {
    if (log !== meant) return [log];
    if (kind === "omitted") return [];
    if (kind === "shifted") return [{ ...log, blockTimestamp: later(log) }];
    return kind === "twice" ? [log, { ...log }] : [change.log];
  });
  const ask: Node = async (request) => {
    if (request.method === "eth_getLogs") return told.filter(fitsFilter((request.params as [LogFilter])[0]));
    return node(request);
  };
  const name = nameOf(meant) ?? "";
  return { ask, what: kind === "changed" ? `${name}: ${change.what}` : name };
}

function later({ blockTimestamp }: TimedLog): Hex {
  return `0x${(Number(blockTimestamp) + DAY).toString(16)}`;
}

/** Every way to change one word of an event, its topics first, in its lowest bit. */
function changesOf(log: TimedLog): TimedLog[] {
  const topics = log.topics.slice(1).map((topic, i) => {
    return { ...log, topics: log.topics.map((one, at) => (at === i + 1 ? flipped(topic, 0) : one)) };
  });
  const words = Array.from({ length: (log.data.length - 2) / WORD }, (_, i) => ({
    ...log,
    data: flipped(log.data, i),
  }));
  return [...topics, ...words];
}

function flipped(hex: Hex, word: number): Hex {
  const [from, to] = [2 + word * WORD, 2 + (word + 1) * WORD];
  const other = (BigInt(`0x${hex.slice(from, to)}`) ^ 1n).toString(16).padStart(WORD, "0");
  return `0x${hex.slice(2, from)}${other}${hex.slice(to)}`;
}

/** What an event says, by name; nothing where it cannot be read. */
function saidBy(log: TimedLog): Record<string, string> {
  try {
    return Object.fromEntries(Object.entries(decode(log)?.args ?? {}).map(([name, value]) => [name, textOf(value)]));
  } catch {
    return {};
  }
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? String(part) : part));
}

/** One changed word of an event, so that it says something else: which one by where it stands; and what that is. */
function changed(log: TimedLog, index: number): { log: TimedLog; what: string } {
  const before = saidBy(log);
  const changes = changesOf(log).flatMap((one) => {
    const after = saidBy(one);
    const [what] = Object.keys(before).filter((name) => before[name] !== after[name]);
    return what === undefined ? [] : [{ log: one, what: Object.keys(after).length === 0 ? "its form" : what }];
  });
  return changes[index % changes.length] ?? { log, what: "nothing" };
}
