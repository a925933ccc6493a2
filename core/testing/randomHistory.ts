import { type AbiEvent, type Address, encodeAbiParameters, encodeEventTopics, type Hex, padHex } from "viem";
import { contributionsEvents } from "../abis/contributionsEvents.ts";
import { infinityTokenEvents } from "../abis/infinityTokenEvents.ts";
import type { Told } from "../history/file/Record.ts";

/** Where the contracts of a made-up history are. */
export const contracts = {
  contributions: padHex("0xc0", { size: 20 }),
  infinity: padHex("0x1f", { size: 20 }),
} as const;

/** A source of numbers that looks random and is the same for the same seed: mulberry32. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Some value of a type, now and then its smallest or largest. */
function valueOf(type: string, random: (below: number) => number): unknown {
  const hex = (bytes: number): Hex => `0x${Array.from({ length: bytes * 2 }, () => random(16).toString(16)).join("")}`;
  const list = /^(.*)\[\]$/.exec(type);
  if (list?.[1] !== undefined) return Array.from({ length: random(4) }, () => valueOf(list[1] ?? "", random));
  if (type === "address") return random(9) === 0 ? padHex("0x0", { size: 20 }) : hex(20);
  if (type === "bool") return random(2) === 1;
  if (type === "bytes32") return random(9) === 0 ? padHex("0x0", { size: 32 }) : hex(32);
  if (type === "bytes") return hex(random(70));
  if (type === "string") return "é".repeat(random(40));
  const bits = BigInt(type.slice(4));
  const largest = 2n ** bits - 1n;
  const value = [0n, largest, BigInt(random(1000)), BigInt(hex(Number(bits) / 8))][random(4)] ?? 0n;
  return bits <= 48n ? Number(value) : value;
}

/** An event of some kind with random values, as a node writes it. */
export function randomEvent(event: AbiEvent, address: Address, random: (below: number) => number) {
  const args = Object.fromEntries(event.inputs.map(({ name, type }) => [name ?? "", valueOf(type, random)]));
  const others = event.inputs.filter((input) => !("indexed" in input && input.indexed));
  return {
    address,
    topics: encodeEventTopics({ abi: [event], eventName: event.name, args }).flatMap((topic) => topic ?? []),
    data: encodeAbiParameters(
      others,
      others.map(({ name }) => args[name ?? ""]),
    ),
  };
}

/** A history in which all kinds of events of two contracts happen, some in the same transaction, many in a block. */
export function randomHistory(seed: number, count: number): Told[] {
  const random = randomFrom(seed);
  const kinds = [
    ...contributionsEvents.map((event) => [event, contracts.contributions] as const),
    ...infinityTokenEvents.map((event) => [event, contracts.infinity] as const),
  ];
  let at = { block: 1 + random(1_000_000), time: 1_800_000_000 + random(1000), transaction: random(5), log: random(9) };
  return Array.from({ length: count }, () => {
    const [event, address] = kinds[random(kinds.length)] ?? kinds[0] ?? [];
    if (event === undefined || address === undefined) throw new Error("There are no kinds of events");
    const isNewBlock = random(3) === 0;
    at = isNewBlock
      ? { block: at.block + 1 + random(5000), time: at.time + random(9000), transaction: random(5), log: random(3) }
      : { ...at, transaction: at.transaction + random(2), log: at.log + 1 + random(3) };
    return { ...randomEvent(event, address, random), ...at };
  });
}
