import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { contributionsEvents } from "../../abis/contributionsEvents.ts";
import { infinityTokenEvents } from "../../abis/infinityTokenEvents.ts";
import { memberRegistryEvents } from "../../abis/memberRegistryEvents.ts";
import { bigHistory } from "../../testing/bigHistory.ts";
import { decodePart } from "./decodePart.ts";
import { beginParts, grow } from "./partsOf.ts";
import { readPart } from "./readPart.ts";
import { writePart } from "./writePart.ts";

const MEMBERS = 5_000;
const CLAIMS = 13;

describe("the history of a large town", () => {
  it("is small, and takes less than a second to read and decode", () => {
    const events = bigHistory(MEMBERS, CLAIMS);
    const [people] = beginParts(1);
    if (people === undefined) throw new Error("There are no families");
    const closed = grow(people, events, new Map());
    const open = { ...people, to: events.at(-1)?.block ?? 0 };
    const parts = [...closed, open].filter((part) => part.events.length > 0);
    const texts = parts.map(({ from, to, events: own }) =>
      writePart({ chainId: 1, family: "people", from, to }, own, []),
    );
    const bytes = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);

    const before = process.cpuUsage(); // however busy the computer is with other things
    const read = texts.map(readPart);
    const whose = new Set(events.map(({ address }) => address));
    const decoded = [memberRegistryEvents, contributionsEvents, infinityTokenEvents].map((abi) =>
      read.reduce((sum, part) => sum + decodePart(part, abi, whose).length, 0),
    );
    const { user, system } = process.cpuUsage(before);
    const took = Math.round((user + system) / 1000);

    console.log(
      `${events.length} events: ${(bytes / events.length).toFixed(1)} bytes each, read and decoded in ${took} ms of one core`,
    );
    expect(decoded.reduce((sum, count) => sum + count, 0)).toBe(events.length);
    expect(bytes / events.length).toBeLessThan(6);
    expect(took).toBeLessThan(1_000);
  }, 30_000);
});
