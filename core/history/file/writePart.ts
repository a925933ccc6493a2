import { groupBy } from "../../verify/events.ts";
import { columnOf } from "./columns.ts";
import type { Family } from "./Family.ts";
import { FORMAT, LISTED_FROM } from "./Part.ts";
import type { Sheet, Told } from "./Record.ts";

const WORD = 64;

type Head = { chainId: number; family: Family; from: number; to: number };

/**
 * A part of the history as text: the same events give the same letters, whoever writes it. The events must be in the order
 * of the chain. Throws for an event that no contract of ours tells: without a kind, or with a word that is cut off.
 */
export function writePart(
  { chainId, family, from, to }: Head,
  events: readonly Told[],
  sheets: readonly Sheet[],
): string {
  const times = new Map(events.map(({ block, time }) => [block, time]));
  const places = new Map([...times.keys()].map((block, i) => [block, i]));
  const listed = new Map<string, number>();
  const groups = [...groupBy(events, shapeOf)].sort(([one], [other]) => (one < other ? -1 : 1));
  const written = groups.map(([, own]) => writeGroup(own, places, listed));
  const part = {
    format: FORMAT,
    chainId,
    family,
    from,
    to,
    events: events.length,
    blocks: columnOf([...times.keys()]),
    times: columnOf([...times.values()]),
    words: [...listed.keys()],
    groups: written,
    sheets: sheets.map(({ pointer, code }) => [pointer, code.slice(2)]),
  };
  return `${JSON.stringify(part)}\n`;
}

/** Under which events stand together; groups follow each other in this order. */
function shapeOf({ address, topics, data }: Told): string {
  const [kind] = topics;
  if (kind === undefined || (data.length - 2) % WORD !== 0)
    throw new Error(`${address} told an event of no known form`);
  return `${address} ${kind} ${topics.length - 1} ${String((data.length - 2) / WORD).padStart(6, "0")}`;
}

function writeGroup(events: readonly Told[], places: ReadonlyMap<number, number>, listed: Map<string, number>) {
  const [first] = events;
  if (first === undefined) throw new Error("A group has an event at least");
  const topics = first.topics.length - 1;
  const words = (first.data.length - 2) / WORD;
  const rows = events.map(wordsOf);
  return {
    address: first.address,
    topic: first.topics[0],
    topics,
    words,
    count: events.length,
    block: columnOf(events.map(({ block }) => places.get(block) ?? 0)),
    transaction: columnOf(events.map(({ transaction }) => transaction)),
    log: columnOf(events.map(({ log }) => log)),
    columns: Array.from({ length: topics + words }, (_, i) =>
      writeWords(
        rows.map((row) => row[i] ?? ""),
        listed,
      ),
    ),
  };
}

/** The words of an event without zeros in front: its topics but the first, and its data. */
function wordsOf({ topics, data }: Told): string[] {
  const words = topics.slice(1).map((topic) => topic.slice(2));
  for (let at = 2; at < data.length; at += WORD) words.push(data.slice(at, at + WORD));
  return words.map((word) => word.replace(/^0+(?=.)/, ""));
}

function writeWords(words: readonly string[], listed: Map<string, number>) {
  const numbers = words.map((word) => (word.length > 12 ? LISTED_FROM : Number.parseInt(word, 16)));
  if (numbers.every((number) => number < LISTED_FROM)) return columnOf(numbers);
  const places = words.map((word) => {
    const place = listed.get(word) ?? listed.size;
    listed.set(word, place);
    return place;
  });
  return { listed: columnOf(places) };
}
