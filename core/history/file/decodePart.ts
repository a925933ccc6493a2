import { type Abi, type Address, decodeAbiParameters, type Hex } from "viem";
import type { EventOf } from "../../verify/Books.ts";
import { addressOf, eventsByHash, isSmall, wordOf } from "../decodeEvents.ts";
import type { Group, Part } from "./Part.ts";

const WORD = 64;

/** An event with where it stands: among the part's blocks, and among the events of its block. */
type Placed = { block: number; log: number; event: unknown };

/**
 * The events of some contracts with the same ABI, in the order of the chain, straight from the columns of a part. One that
 * the ABI does not know is left out. Transactions have no hash here: the history has none.
 * @param whose in small letters.
 */
export function decodePart<const abi extends Abi>(part: Part, abi: abi, whose: ReadonlySet<Address>): EventOf<abi>[] {
  const known = eventsByHash(abi);
  const numbers = Array.from(part.blocks, BigInt);
  const placed = part.groups.flatMap((group) => {
    const event = known.get(group.topic);
    return event === undefined || !whose.has(group.address) ? [] : [decodeGroup(part, numbers, group, event)];
  });
  const [only, ...others] = placed;
  const all = only === undefined || others.length === 0 ? (only ?? []) : placed.flat().sort(inOrder);
  return all.map(({ event }) => event) as EventOf<abi>[];
}

function inOrder(one: Placed, other: Placed): number {
  return one.block - other.block || one.log - other.log;
}

type Known = NonNullable<ReturnType<ReturnType<typeof eventsByHash>["get"]>>;

function decodeGroup(part: Part, numbers: readonly bigint[], group: Group, event: Known): Placed[] {
  const address = addressOf(group.address);
  const valueOf = event.isPlain ? plainValues(part, group, event) : packedValues(part, group, event);
  const names = [...event.indexed, ...event.others].map(({ name }) => name ?? "");
  return Array.from({ length: group.count }, (_, i) => {
    const args: Record<string, unknown> = {};
    for (const [at, name] of names.entries()) args[name] = valueOf[at]?.(i);
    const block = group.block[i] ?? 0;
    const log = group.log[i] ?? 0;
    return {
      block,
      log,
      event: {
        eventName: event.name,
        args,
        blockNumber: numbers[block],
        logIndex: log,
        transactionIndex: group.transaction[i],
        transactionHash: null,
        address,
      },
    };
  });
}

type ValueOf = (i: number) => unknown;

/** Every word is a value. */
function plainValues(part: Part, group: Group, { name, indexed, others }: Known): ValueOf[] {
  const inputs = [...indexed, ...others];
  if (indexed.length !== group.topics || others.length !== group.words) throw new Error(`${name} is cut off`);
  return inputs.map(({ type }, at) => valuesOf(type, part, group, at));
}

/** What a column says where a value of some type is; each word of the list is read once. */
function valuesOf(type: string, { words }: Part, group: Group, at: number): ValueOf {
  const { numbers = new Float64Array(0), isListed = false } = group.columns[at] ?? {};
  if (!isListed && isWhole(type)) {
    return isSmall(type) ? (i) => numbers[i] : (i) => BigInt(numbers[i] ?? 0);
  }
  const read = new Map<number, unknown>();
  return (i) => {
    const number = numbers[i] ?? 0;
    const known = read.get(number);
    if (known !== undefined) return known;
    const value = wordOf(type, (isListed ? (words[number] ?? "") : number.toString(16)).padStart(WORD, "0"));
    read.set(number, value);
    return value;
  };
}

function isWhole(type: string): boolean {
  return type.startsWith("uint");
}

/** Values of any length lie packed in the words of the data. */
function packedValues(part: Part, group: Group, { indexed, others }: Known): ValueOf[] {
  const inTopics = indexed.map(({ type }, at) => valuesOf(type, part, group, at));
  let read: { i: number; values: readonly unknown[] } | undefined;
  const valuesAt = (i: number) => {
    if (read?.i !== i) read = { i, values: decodeAbiParameters(others, dataOf(part, group, i)) };
    return read.values;
  };
  return [...inTopics, ...others.map((_, at) => (i: number) => valuesAt(i)[at])];
}

function dataOf(part: Part, group: Group, i: number): Hex {
  const words = group.columns.slice(group.topics).map((column) => wordAt(part, column, i));
  return `0x${words.join("")}`;
}

/** The 64 digits of a word. */
export function wordAt({ words }: Part, { numbers, isListed }: Group["columns"][number], i: number): string {
  const number = numbers[i] ?? 0;
  return (isListed ? (words[number] ?? "") : number.toString(16)).padStart(WORD, "0");
}
