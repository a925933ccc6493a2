import { gzipSync } from "node:zlib";
import { type Abi, type Address, padHex, toEventSelector } from "viem";
import { describe, expect, it } from "vitest";
import { contributionsEvents } from "../../abis/contributionsEvents.ts";
import { infinityTokenEvents } from "../../abis/infinityTokenEvents.ts";
import { contracts, randomHistory } from "../../testing/randomHistory.ts";
import { decoderOf } from "../decodeEvents.ts";
import { decodePart } from "./decodePart.ts";
import { fileOf, type HistoryIndex, readIndex, writeIndex } from "./HistoryIndex.ts";
import { beginParts, grow } from "./partsOf.ts";
import { logOf } from "./logOf.ts";
import { readPart } from "./readPart.ts";
import type { Sheet, Told } from "./Record.ts";
import { recordsOf } from "./recordsOf.ts";
import { hashOf, unpackIndex, unpackPart } from "./unpack.ts";
import { writePart } from "./writePart.ts";

const pointer = padHex("0x7", { size: 20 });
const sheet: Sheet = { pointer, code: "0x000c0d" };
const head = { chainId: 31337, family: "people" } as const;
const bytesOf = (text: string) => new TextEncoder().encode(text);

function write(events: readonly Told[], sheets: readonly Sheet[] = []): string {
  const [from = 0, to = 0] = [events[0]?.block, events.at(-1)?.block];
  return writePart({ ...head, from, to }, events, sheets);
}

describe("a part of the history", () => {
  it("is these letters, whoever writes it", () => {
    const claimed = toEventSelector("Claimed(uint32,address,uint256)");
    const event = (block: number, log: number, town: bigint, wallet: string, units: bigint): Told => ({
      address: contracts.contributions,
      topics: [claimed, padHex(`0x${town.toString(16)}`, { size: 32 })],
      data: `0x${wallet.padStart(64, "0")}${units.toString(16).padStart(64, "0")}`,
      block,
      time: 1_800_000_000 + block,
      transaction: 0,
      log,
    });
    const amina = "aa".repeat(20);
    const events = [event(7, 0, 1n, amina, 17n), event(7, 1, 1n, "bb".repeat(20), 19n), event(9, 0, 1n, amina, 18n)];

    expect(write(events, [sheet])).toBe(
      '{"format":"one small town, history 1","chainId":31337,"family":"people","from":7,"to":9,"events":3,' +
        '"blocks":{"values":[7,9]},"times":{"differences":[1800000007,2]},' +
        `"words":["${amina}","${"bb".repeat(20)}"],` +
        `"groups":[{"address":"${contracts.contributions}","topic":"${claimed}","topics":1,"words":2,"count":3,` +
        '"block":{"values":[0,0,1]},"transaction":{"same":0},"log":{"values":[0,1,0]},' +
        '"columns":[{"same":1},{"listed":{"values":[0,1,0]}},{"differences":[17,2,-1]}]}],' +
        `"sheets":[["${pointer}","000c0d"]]}\n`,
    );
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("tells what it was written from, event for event: seed %i", (seed) => {
    const events = randomHistory(seed, seed * 97);
    const part = readPart(write(events, [sheet]));

    expect(recordsOf(part)).toEqual(events);
    expect(part.sheets).toEqual(new Map([[sheet.pointer, sheet.code]]));
    expect(write(recordsOf(part), [sheet])).toBe(write(events, [sheet]));
  });

  it.each([11, 12, 13])("gives the events that a node's answer gives, but for hashes: seed %i", (seed) => {
    const events = randomHistory(seed, 300);
    const part = readPart(write(events));
    const expectSame = (abi: Abi, address: Address) => {
      const decode = decoderOf(abi);
      const known = events.filter((event) => event.address === address).map((event) => decode(logOf(event)));
      expect(known.length).toBeGreaterThan(50);
      expect(decodePart(part, abi, new Set([address]))).toEqual(known);
    };
    expectSame(contributionsEvents, contracts.contributions);
    expectSame(infinityTokenEvents, contracts.infinity);
  });

  it("has none where nothing happened", () => {
    const part = readPart(writePart({ ...head, from: 3, to: 9 }, [], []));
    expect(recordsOf(part)).toEqual([]);
    expect(decodePart(part, contributionsEvents, new Set([contracts.contributions]))).toEqual([]);
  });
});

/** A part with something of it replaced. */
function spoilt(change: (part: Record<string, unknown>, group: Record<string, unknown>) => unknown): string {
  const events = randomHistory(21, 40);
  const part = JSON.parse(write(events, [sheet])) as Record<string, unknown>;
  const [group] = part["groups"] as Record<string, unknown>[];
  change(part, group ?? {});
  return JSON.stringify(part);
}

/** Its second group tells in the place of the first. */
function inOnePlace(part: Record<string, unknown>): void {
  const [first, second] = part["groups"] as Record<
    string,
    { values?: number[]; differences?: number[]; same?: number }
  >[];
  for (const column of ["block", "log"] as const) {
    const { values, differences, same } = first?.[column] ?? {};
    Object.assign(second ?? {}, { [column]: { same: same ?? (values ?? differences)?.[0] } });
  }
  part["events"] = Number(part["events"]) - Number(second?.["count"]) + 1;
  const columns = Array.from({ length: Number(second?.["topics"]) + Number(second?.["words"]) }, () => ({ same: 0 }));
  Object.assign(second ?? {}, { count: 1, transaction: { same: 0 }, columns });
}

describe("a part that is not as it must be", () => {
  it.each<[string, Parameters<typeof spoilt>[0], RegExp]>([
    ["another form", (part) => (part["format"] = "2"), /not of the form/],
    ["no chain", (part) => delete part["chainId"], /The chain is no whole number/],
    ["another family", (part) => (part["family"] = "all"), /The family is none/],
    ["blocks the wrong way round", (part) => (part["to"] = 0), /are none/],
    ["a block before its first", (part) => (part["from"] = part["to"]), /before the first of the file/],
    ["more events than any file", (part) => (part["events"] = 1e6), /more than a file can have/],
    ["fewer events than it says", (part) => (part["events"] = 41), /have 40 events, not 41/],
    ["more events than it says", (part) => (part["events"] = 39), /too much|more blocks/],
    ["no groups", (part) => (part["groups"] = {}), /The groups is no list/],
    ["time that goes back", (part) => (part["times"] = { differences: [999, ...goingBack(part)] }), /older than/],
    ["a block twice", (part) => (part["blocks"] = { same: part["to"] }), /numbers for|older|come after/],
    ["a word that is none", (part) => (part["words"] = ["0x12"]), /A word of the list/],
    ["a word with a zero before it", (part) => (part["words"] = ["01"]), /A word of the list/],
    ["fewer words than are listed", (part) => (part["words"] = []), /which cannot be/],
    ["a timesheet that is none", (part) => (part["sheets"] = [[pointer, "0g"]]), /The timesheet at 0x0/],
    ["a group elsewhere", (_, group) => (group["address"] = "0x12"), /The address of group 0/],
    ["a group of no kind", (_, group) => (group["topic"] = "0x12"), /The topic of group 0/],
    ["too many topics", (_, group) => (group["topics"] = 4), /The topics of group 0/],
    ["words without end", (_, group) => (group["words"] = 1e9), /The words of group 0/],
    ["too few columns", (_, group) => (group["topics"] = Number(group["topics"]) + 1), /Group 0 has \d+ columns/],
    ["a column in no form", (_, group) => (group["log"] = {}), /forms of a column/],
    ["a column in two forms", (_, group) => (group["log"] = { same: 1, values: [] }), /forms of a column/],
    ["a column that is too short", (_, group) => (group["log"] = { values: [] }), /has 0 numbers/],
    ["a word for a number", (_, group) => (group["log"] = { same: "1" }), /no whole number/],
    ["a number below zero", (_, group) => (group["transaction"] = { same: -1 }), /no whole number/],
    ["half a number", (_, group) => (group["transaction"] = { same: 0.5 }), /no whole number/],
    ["a block that is not there", (_, group) => (group["block"] = { same: 9999 }), /which cannot be/],
    [
      "an event twice",
      (_, group) => Object.assign(group, { log: { same: 0 }, block: { same: 0 } }),
      /does not come after/,
    ],
    ["two events in one place", inOnePlace, /Two events/],
    ["a transaction that is not in its place", (_, group) => (group["transaction"] = { same: 9999 }), /in the order/],
  ])("is refused for %s", (_, change, words) => {
    expect(() => readPart(spoilt(change))).toThrow(words);
  });

  const goingBack = (part: Record<string, unknown>) =>
    Array.from({ length: (part["blocks"] as { differences: number[] }).differences.length - 1 }, () => -1);

  it.each(["", "{", "[]", "null", "7", '"one"'])("is refused where it is %j", (text) => {
    expect(() => readPart(text)).toThrow(/^The file is/);
  });

  it("takes no more memory than there is for one, however short it is", () => {
    const columns = Array.from({ length: 5000 }, () => ({ same: 0 }));
    const bomb = spoilt((part, group) => {
      part["events"] = 200_000;
      Object.assign(group, { count: 200_000, words: 5000 - Number(group["topics"]), columns });
    });
    expect(() => readPart(bomb)).toThrow(/The size of group 0/);
  });
});

const root = padHex("0xa", { size: 20 });
const start = padHex("0x1", { size: 32 });
const deployment = { chainId: 31337, startBlock: 1, startBlockHash: start, root };

function indexOf(parts: HistoryIndex["parts"]): HistoryIndex {
  return { deployment, upTo: { number: 99, hash: start, time: 1_800_000_000 }, parts };
}

describe("an index", () => {
  const entry = { family: "people", from: 1, to: 50, events: 3, hash: "ab".repeat(32) } as const;

  it("is these letters, and reads as it was written", () => {
    const index = indexOf([entry, { ...entry, family: "rest", to: 99 }]);
    expect(readIndex(writeIndex(index))).toEqual(index);
    expect(JSON.parse(writeIndex(index))).toEqual({ format: "one small town, history 1", ...index });
    expect(fileOf(deployment, entry)).toBe("31337-1-50-abababababababab.json.gz");
  });

  it.each<[string, Partial<HistoryIndex["parts"][number]>[], RegExp]>([
    ["a part before the first block", [{ from: 0 }], /begins before 1/],
    ["parts that overlap", [{}, { from: 50, to: 60 }], /begins before 51/],
    ["a part that goes on after the last block", [{ to: 100 }], /ends with 100/],
    ["a part of no blocks", [{ from: 60 }], /ends with 50/],
    ["another family", [{ family: "all" as "rest" }], /The family of part 0/],
    ["a name that leads elsewhere", [{ hash: "../../../" }], /The hash of part 0/],
  ])("is refused for %s", (_, parts, words) => {
    const text = writeIndex(indexOf(parts.map((part) => ({ ...entry, ...part }))));
    expect(() => readIndex(text)).toThrow(words);
  });

  it("is refused where its hash is another than the settings say", async () => {
    const bytes = bytesOf(writeIndex(indexOf([entry])));
    expect(await unpackIndex(bytes, await hashOf(bytes))).toEqual(indexOf([entry]));
    await expect(unpackIndex(bytes, "00".repeat(32))).rejects.toThrow("The index is not the one whose hash was given");
  });
});

describe("a compressed part", () => {
  const events = randomHistory(31, 50);
  const text = write(events);
  const entryOf = async (of: string) => {
    const { from, to, events: count } = readPart(of);
    return { family: "people" as const, from, to, events: count, hash: await hashOf(bytesOf(of)) };
  };

  it("is read, whatever compressed it", async () => {
    for (const level of [1, 9]) {
      const part = await unpackPart(new Uint8Array(gzipSync(text, { level })), { deployment }, await entryOf(text));
      expect(recordsOf(part)).toEqual(events);
    }
  });

  it("is read where a host had the browser unpack it", async () => {
    expect(recordsOf(await unpackPart(bytesOf(text), { deployment }, await entryOf(text)))).toEqual(events);
  });

  it("is refused where it is another file, cut off, or changed", async () => {
    const entry = await entryOf(text);
    const packed = new Uint8Array(gzipSync(text));
    const refusal = (bytes: Uint8Array<ArrayBuffer>) => unpackPart(bytes, { deployment }, entry);
    await expect(refusal(packed.slice(0, packed.length / 2))).rejects.toThrow("it cannot be unpacked");
    await expect(refusal(new Uint8Array([...packed.slice(0, 99), 9, 9, 9]))).rejects.toThrow("it cannot be unpacked");
    await expect(refusal(bytesOf("<html>Not found</html>"))).rejects.toThrow("not the one whose hash");
    await expect(refusal(new Uint8Array(0))).rejects.toThrow("not the one whose hash");
    await expect(refusal(new Uint8Array(gzipSync(`${text} `)))).rejects.toThrow("not the one whose hash");
    const other = { deployment: { ...deployment, chainId: 1 } };
    await expect(unpackPart(packed, other, entry)).rejects.toThrow("another chain, family");
  });

  it("is refused where it would fill the memory", async () => {
    const bomb = new Uint8Array(gzipSync(new Uint8Array(80_000_000)));
    expect(bomb.length).toBeLessThan(100_000);
    await expect(unpackPart(bomb, { deployment }, await entryOf(text))).rejects.toThrow(
      "it has more than 64000000 bytes",
    );
  });
});

describe("where parts end", () => {
  const at = (block: number, log: number): Told => ({
    address: contracts.infinity,
    topics: [start],
    data: "0x",
    block,
    time: block,
    transaction: 0,
    log,
  });
  const many = Array.from({ length: 45_000 }, (_, i) => at(1 + Math.floor(i / 7), i % 7));

  function close(pieces: readonly (readonly Told[])[], sheets = new Map<string, Sheet>()) {
    const [people] = beginParts(1);
    if (people === undefined) throw new Error("There are no families");
    const closed = pieces.flatMap((piece) => grow(people, piece, sheets));
    return { closed: closed.map(({ from, to, events }) => [from, to, events.length]), open: people };
  }

  it("is the end of the first block at which they have 20,000 events", () => {
    const { closed, open } = close([many]);
    expect(closed).toEqual([
      [1, 2858, 20_006],
      [2859, 5716, 20_006],
    ]);
    expect([open.from, open.events.length]).toEqual([5717, 45_000 - 2 * 20_006]);
  });

  it("does not depend on how many blocks are read at once", () => {
    const whole = close([many]);
    for (const size of [7, 700, 7_000]) {
      const pieces = Array.from({ length: Math.ceil(many.length / size) }, (_, i) =>
        many.slice(i * size, (i + 1) * size),
      );
      expect(close(pieces)).toEqual(whole);
    }
  });

  it("is sooner where timesheets take much room", () => {
    const large = { pointer, code: `0x${"0c".repeat(24_000)}` } as const;
    const sheets = new Map(many.map(({ block, log }) => [`${block}/${log}`, large]));
    expect(close([many], sheets).closed[0]).toEqual([1, 48, 336]);
  });
});
