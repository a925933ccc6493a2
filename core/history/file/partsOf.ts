import { type Family, families } from "./Family.ts";
import type { Sheet, Told } from "./Record.ts";

/** A part ends with the first block at whose end it has so many events, or so many bytes of timesheets. */
const ENOUGH = { events: 20_000, bytes: 8_000_000 } as const;

/** What one file is written from. The last of a family may be open: it grows until it has enough. */
export type RawPart = {
  family: Family;
  from: number;
  to: number;
  isClosed: boolean;
  events: readonly Told[];
  sheets: readonly Sheet[];
};

/** The range of one family's part, and its events as they come. */
export type Growing = { family: Family; from: number; events: Told[]; sheets: Sheet[] };

/** Begins the parts that are open where nothing was read yet. */
export function beginParts(from: number): Growing[] {
  return families.map((family) => ({ family, from, events: [], sheets: [] }));
}

/**
 * Adds events of one family, in the order of the chain, and closes each part that has enough. Returns those that were
 * closed; `growing` is what is open then. Where parts end does not depend on how many events come at once, as long as no
 * block comes in two pieces.
 */
export function grow(growing: Growing, events: readonly Told[], sheets: ReadonlyMap<string, Sheet>): RawPart[] {
  const closed: RawPart[] = [];
  for (const [i, event] of events.entries()) {
    growing.events.push(event);
    const sheet = sheets.get(placeOf(event));
    if (sheet !== undefined) growing.sheets.push(sheet);
    if (events[i + 1]?.block === event.block || !hasEnough(growing)) continue;
    closed.push({ ...growing, to: event.block, isClosed: true });
    growing.from = event.block + 1;
    [growing.events, growing.sheets] = [[], []];
  }
  return closed;
}

/** Names an event, by its place in the chain. */
export function placeOf({ block, log }: Told): string {
  return `${block}/${log}`;
}

function hasEnough({ events, sheets }: Growing): boolean {
  if (events.length >= ENOUGH.events) return true;
  return sheets.reduce((bytes, { code }) => bytes + code.length / 2, 0) >= ENOUGH.bytes;
}
