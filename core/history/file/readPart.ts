import type { Address, Hex } from "viem";
import { numbersOf } from "./columns.ts";
import { families, type Family, lower } from "./Family.ts";
import { listOf, Malformed, objectOf, parsed, textOf, wholeOf } from "./Malformed.ts";
import { FORMAT, type Group, LISTED_FROM, most, type Part } from "./Part.ts";

const ADDRESS = /^0x[0-9a-f]{40}$/i;
const HASH = /^0x[0-9a-f]{64}$/;
const WORD = /^(?:0|[1-9a-f][0-9a-f]{0,63})$/;
/** So many transactions, and so many events, no block can have. */
const PLACES = 2 ** 17;

const CODE = /^(?:[0-9a-f]{2}){0,24576}$/;

/** Reads a part of the history. Whatever is not as `writePart` writes it throws, with words that say what is wrong. */
export function readPart(text: string): Part {
  const all = objectOf(parsed(text, "The file"), "The file");
  if (all["format"] !== FORMAT) throw new Malformed(`The file is not of the form "${FORMAT}"`);
  const [from, to] = [wholeOf(all["from"], "The first block"), wholeOf(all["to"], "The last block")];
  const count = wholeOf(all["events"], "The number of events");
  if (to < from) throw new Malformed(`The blocks ${from} to ${to} are none`);
  if (count > most.events) throw new Malformed(`${count} events are more than a file can have`);
  const blocks = numbersOf(all["blocks"], { ...sizeOf(all["blocks"], count), most: to, what: "The blocks" });
  const times = numbersOf(all["times"], { count: blocks.length, most: 2 ** 40, what: "The times" });
  requireRising(blocks, from, times);
  const words = listOf(all["words"], "The list of words").map((word) => textOf(word, WORD, "A word of the list"));
  const room = { events: count, cells: most.cells };
  const groups = listOf(all["groups"], "The groups").map((group, i) =>
    readGroup(objectOf(group, `Group ${i}`), { i, blocks: blocks.length, words: words.length, room }),
  );
  requirePlaces(groups);
  const told = groups.reduce((sum, group) => sum + group.count, 0);
  if (told !== count) throw new Malformed(`The groups have ${told} events, not ${count}`);
  return {
    chainId: wholeOf(all["chainId"], "The chain"),
    family: familyNamed(all["family"]),
    from,
    to,
    events: count,
    blocks,
    times,
    words,
    groups,
    sheets: readSheets(all["sheets"]),
  };
}

/** A column of blocks has as many as there are; where it says one for all, it is one. */
function sizeOf(column: unknown, events: number): { count: number } {
  const { values, differences } = objectOf(column, "The blocks");
  const list = values ?? differences;
  const count = Array.isArray(list) ? list.length : Math.min(events, 1);
  if (count > events) throw new Malformed("There are more blocks than events");
  return { count };
}

function requireRising(blocks: Float64Array, from: number, times: Float64Array): void {
  for (let i = 0; i < blocks.length; i++) {
    const [block, time] = [blocks[i] ?? 0, times[i] ?? 0];
    if (block < from) throw new Malformed(`Block ${block} is before the first of the file`);
    if (i === 0) continue;
    if (block <= (blocks[i - 1] ?? 0)) throw new Malformed(`Block ${block} does not come after the one before it`);
    if (time < (times[i - 1] ?? 0)) throw new Malformed(`Block ${block} is older than the one before it`);
  }
}

/** `room` is what the groups may still take, so that a short text cannot ask for all memory. */
type Within = { i: number; blocks: number; words: number; room: { events: number; cells: number } };

function readGroup(group: Readonly<Record<string, unknown>>, { i, blocks, words, room }: Within): Group {
  const what = (name: string) => `The ${name} of group ${i}`;
  const count = limited(group["count"], room.events, what("count"));
  const topics = limited(group["topics"], most.topics - 1, what("topics"));
  const own = limited(group["words"], most.cells, what("words"));
  room.events -= count;
  room.cells = room.cells - limited(count * (3 + topics + own), room.cells, what("size"));
  const columns = listOf(group["columns"], what("columns"));
  if (columns.length !== topics + own) throw new Malformed(`Group ${i} has ${columns.length} columns`);
  const at = (name: string, largest: number) => numbersOf(group[name], { count, most: largest, what: what(name) });
  const read: Group = {
    address: lower(textOf(group["address"], ADDRESS, what("address")) as Address),
    topic: textOf(group["topic"], HASH, what("topic")) as Hex,
    topics,
    words: own,
    count,
    block: at("block", blocks - 1),
    transaction: at("transaction", PLACES - 1),
    log: at("log", PLACES - 1),
    columns: columns.map((column, c) => readColumn(column, { count, words, what: `Column ${c} of group ${i}` })),
  };
  requireOrder(read, i);
  return read;
}

function readColumn(column: unknown, { count, words, what }: { count: number; words: number; what: string }) {
  const { listed } = objectOf(column, what);
  if (listed === undefined) {
    return { numbers: numbersOf(column, { count, most: LISTED_FROM - 1, what }), isListed: false };
  }
  return { numbers: numbersOf(listed, { count, most: words - 1, what }), isListed: true };
}

function requireOrder({ block, log, count }: Group, i: number): void {
  for (let at = 1; at < count; at++) {
    const blocks = (block[at] ?? 0) - (block[at - 1] ?? 0);
    if (blocks > 0 || (blocks === 0 && (log[at] ?? 0) > (log[at - 1] ?? 0))) continue;
    throw new Malformed(`Event ${at} of group ${i} does not come after the one before it`);
  }
}

/** In a block each event has its own place, and transactions come one after the other. */
function requirePlaces(groups: readonly Group[]): void {
  const places = new Float64Array(groups.reduce((sum, { count }) => sum + count, 0));
  let next = 0;
  for (const { block, log, transaction, count } of groups) {
    for (let i = 0; i < count; i++) {
      places[next++] = ((block[i] ?? 0) * PLACES + (log[i] ?? 0)) * PLACES + (transaction[i] ?? 0);
    }
  }
  places.sort();
  for (let i = 1; i < places.length; i++) {
    const [one, other] = [places[i - 1] ?? 0, places[i] ?? 0];
    const [place, before] = [Math.floor(other / PLACES), Math.floor(one / PLACES)];
    if (place === before) throw new Malformed("Two events of the file stand in the same place");
    if (Math.floor(place / PLACES) === Math.floor(before / PLACES) && other % PLACES < one % PLACES) {
      throw new Malformed("The transactions of a block do not come in the order of its events");
    }
  }
}

function readSheets(sheets: unknown): Map<Address, Hex> {
  return new Map(
    listOf(sheets, "The timesheets").map((entry) => {
      const [pointer, code] = listOf(entry, "A timesheet");
      const where = lower(textOf(pointer, ADDRESS, "Where a timesheet is") as Address);
      return [where, `0x${textOf(code, CODE, `The timesheet at ${where}`)}`];
    }),
  );
}

function limited(value: unknown, largest: number, what: string): number {
  const number = wholeOf(value, what);
  if (number > largest) throw new Malformed(`${what} is ${number}, which is too much`);
  return number;
}

function familyNamed(name: unknown): Family {
  const family = families.find((one) => one === name);
  if (family === undefined) throw new Malformed("The family is none that there is");
  return family;
}
