import type { Position } from "../../position.ts";
import { inOrder } from "../../position.ts";
import type { Books } from "../Books.ts";
import { groupBy } from "../events.ts";
import type { Row } from "../Finding.ts";
import { type JudgedStep, stepRows } from "../rows/rows.ts";

type Placed = Position & { transactionIndex: number };

/**
 * What happened is told in the order of the chain: each contract's events one after the other, no place in a block twice,
 * transactions in their order, nothing before the first contract or after the block at which all is read, and a time that
 * never falls, one for each block.
 */
export function checkOrder(books: Books): Row[] | null {
  const { times, block, startBlock } = books;
  const lists = listsIn(books);
  if (times === null || lists === null) return null;
  const blocks = [...groupBy(inOrder(...lists), ({ blockNumber }) => blockNumber)];
  const unordered = new Set(lists.flatMap(blocksOutOfOrder));
  let latest = 0;
  const steps = blocks.map(([number, events]): JudgedStep => {
    const time = times.get(number) ?? latest;
    const isTimely = time >= latest && time <= block.timestamp;
    latest = Math.max(latest, Number.isNaN(time) ? 0 : time);
    const isWithin = number >= startBlock && number <= block.number;
    return { block: number, isRight: isTimely && isWithin && !unordered.has(number) && isRising(events) };
  });
  return stepRows({ name: null, town: null }, steps);
}

function listsIn(books: Books): (readonly Placed[])[] | null {
  const { roles, towns, members, successions, projects, infinity, hours, benefits, sales, releases } = books;
  const { profits, treasury, divisions, tokenEvents } = books;
  const lists = [roles, towns, members, successions, projects, infinity, hours, benefits, sales, releases];
  const all = [...lists, profits, treasury, divisions, ...(tokenEvents?.values() ?? [null])];
  return all.every((list) => list !== null) ? all : null;
}

/** Blocks whose events come before those of an earlier one, or not one after the other. */
function blocksOutOfOrder(events: readonly Placed[]): bigint[] {
  return events.flatMap(({ blockNumber, logIndex }, i) => {
    const before = events[i - 1];
    const isAfter =
      before === undefined ||
      blockNumber > before.blockNumber ||
      (blockNumber === before.blockNumber && logIndex > before.logIndex);
    return isAfter ? [] : [blockNumber];
  });
}

/** Whether each event of a block has a place of its own, and none is of an earlier transaction than one before it. */
function isRising(events: readonly Placed[]): boolean {
  return events.every(({ logIndex, transactionIndex }, i) => {
    const before = events[i - 1];
    return before === undefined || (logIndex > before.logIndex && transactionIndex >= before.transactionIndex);
  });
}
