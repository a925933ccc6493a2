import { describe, expect, it } from "vitest";
import { readDays } from "./readDays.ts";
import type { System } from "./System.ts";

const DAY = 86_400;

/** A chain with a block every so many seconds, and how often it was asked for one. */
function chainOf(seconds: number) {
  let asked = 0;
  const request = async ({ params: [number] }: { params: [`0x${string}`] }) => {
    asked++;
    return { number, timestamp: `0x${(Number(number) * seconds).toString(16)}` };
  };
  const system = { client: { request }, deployment: { startBlockHash: `0x${seconds}` } } as unknown as System;
  return { system, asked: () => asked };
}

const logsOf = (count: number) => Array.from({ length: count }, (_, i) => ({ blockNumber: BigInt(3 * i + 1) }));
const dayOf = (time: number) => Math.floor(time / DAY);

describe("readDays", () => {
  it.each([
    ["in a day", 1],
    ["in a year", 1_000],
    ["one a day", DAY],
  ])("says of each log the day it came, of those that came %s", async (_, seconds) => {
    const logs = logsOf(300);
    const at = await readDays(chainOf(seconds).system, logs.toReversed());
    for (const log of logs) expect(dayOf(at(log))).toBe(dayOf(Number(log.blockNumber) * seconds));
  });

  it("asks for few blocks, however many are full of events", async () => {
    const { system, asked } = chainOf(2);
    await readDays(system, [...logsOf(10_000), ...logsOf(10_000)]);
    expect(asked()).toBe(2);
  });

  it("asks for nothing that was said with the events", async () => {
    const { system, asked } = chainOf(2);
    system.client.times = new Map([
      [1n, 2],
      [298n, 596],
    ]);
    await readDays(system, logsOf(100));
    expect(asked()).toBe(0);
  });

  it("says nothing of no logs", async () => {
    const { system, asked } = chainOf(2);
    await readDays(system, []);
    expect(asked()).toBe(0);
  });
});
