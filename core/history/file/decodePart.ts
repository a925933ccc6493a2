import { type Abi, type Address, decodeAbiParameters, type Hex } from "viem";
import type { EventOf } from "../../verify/Books.ts";
import { addressOf, eventsByHash, isSmall, wordOf } from "../decodeEvents.ts";
import type { Group, Part } from "./Part.ts";

const WORD = 64;

/** Events of a group, and which comes first of several groups: by block, and by place in it. */
type Decoded = { events: readonly unknown[]; group: Group };

/**
 * The events of some contracts with the same ABI, in the order of the chain, straight from the columns of a part. One that
 * the ABI does not know is left out. Transactions have no hash here: the history has none.
 * @param whose in small letters.
 */
export function decodePart<const abi extends Abi>(part: Part, abi: abi, whose: ReadonlySet<Address>): EventOf<abi>[] {
  const known = eventsByHash(abi);
  const numbers = numbersOf(part);
  const decoded = part.groups.flatMap((group): Decoded[] => {
    const event = known.get(group.topic);
    if (event === undefined || !whose.has(group.address)) return [];
    return [{ group, events: decodeGroup(part, numbers, group, event) }];
  });
  return inOrder(decoded) as EventOf<abi>[];
}

/** The numbers of the blocks as events have them; made once, as a part is decoded contract by contract. */
const numbersOfParts = new WeakMap<Part, readonly bigint[]>();

function numbersOf(part: Part): readonly bigint[] {
  const numbers = numbersOfParts.get(part) ?? Array.from(part.blocks, BigInt);
  numbersOfParts.set(part, numbers);
  return numbers;
}

/** Each group is in order: of all that come next, the first one is taken. */
function inOrder(groups: readonly Decoded[]): readonly unknown[] {
  const [only] = groups;
  if (only !== undefined && groups.length === 1) return only.events;
  const heads = groups.map(() => 0);
  const count = groups.reduce((sum, { events }) => sum + events.length, 0);
  return Array.from({ length: count }, () => {
    let first = -1;
    let [firstBlock, firstLog] = [0, 0];
    for (let g = 0; g < groups.length; g++) {
      const head = heads[g] ?? 0;
      const { group, events } = groups[g] as Decoded;
      if (head === events.length) continue;
      const [block, log] = [group.block[head] ?? 0, group.log[head] ?? 0];
      if (first !== -1 && (block > firstBlock || (block === firstBlock && log > firstLog))) continue;
      [first, firstBlock, firstLog] = [g, block, log];
    }
    const head = heads[first] ?? 0;
    heads[first] = head + 1;
    return groups[first]?.events[head];
  });
}

type Known = NonNullable<ReturnType<ReturnType<typeof eventsByHash>["get"]>>;

function decodeGroup(part: Part, numbers: readonly bigint[], group: Group, event: Known): unknown[] {
  const address = addressOf(group.address);
  const valueOf = event.isPlain ? plainValues(part, group, event) : packedValues(part, group, event);
  const names = [...event.indexed, ...event.others].map(({ name }) => name ?? "");
  return Array.from({ length: group.count }, (_, i) => {
    const args: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at++) args[names[at] as string] = (valueOf[at] as ValueOf)(i);
    return {
      eventName: event.name,
      args,
      blockNumber: numbers[group.block[i] as number],
      logIndex: group.log[i],
      transactionIndex: group.transaction[i],
      transactionHash: null,
      address,
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
function valuesOf(type: string, part: Part, group: Group, at: number): ValueOf {
  const column = group.columns[at] ?? { numbers: new Float64Array(0), isListed: false };
  const { numbers, isListed } = column;
  if (!isListed && isWhole(type)) {
    return isSmall(type) ? (i) => numbers[i] : (i) => BigInt(numbers[i] as number);
  }
  const listed: unknown[] = [];
  if (isListed) return (i) => (listed[numbers[i] as number] ??= wordOf(type, wordAt(part, column, i)));
  const read = new Map<number, unknown>();
  return (i) => {
    const number = numbers[i] as number;
    const known = read.get(number) ?? wordOf(type, wordAt(part, column, i));
    read.set(number, known);
    return known;
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
