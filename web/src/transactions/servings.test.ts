import { describe, expect, it } from "vitest";
import { deviceStorage } from "../config/deviceStorage.ts";
import type { System } from "../chain/System.ts";
import { forgetServings, hadOf, markSent, noteServing, readServings, type Serving, servingsKey } from "./servings.ts";

const system = { deployment: { startBlockHash: "0x01" } } as unknown as System;
const elsewhere = { deployment: { startBlockHash: "0x02" } } as unknown as System;

const lunch: Serving = {
  benefit: 1,
  weekIndex: 2_900,
  number: 4,
  cumulativeUnits: 1,
  signature: "0x12",
  wallet: "0x00000000000000000000000000000000000000a1",
  units: 1,
  isSent: false,
};
const second = { ...lunch, cumulativeUnits: 2 };

describe("what was handed out", () => {
  it("stands on the device by deployment and town, and is marked and forgotten one by one", () => {
    noteServing(system, 1, lunch);
    noteServing(system, 1, second);
    noteServing(system, 2, lunch);
    markSent(system, 1, [lunch]);
    expect(readServings(system, 1)).toEqual([{ ...lunch, isSent: true }, second]);
    expect(readServings(elsewhere, 1)).toEqual([]);

    forgetServings(system, 1, [lunch]);
    expect(readServings(system, 1)).toEqual([second]);
    expect(readServings(system, 2)).toEqual([lunch]);
  });

  it("counts up for each member, benefit and week by itself", () => {
    expect(hadOf([lunch, second], lunch, 0)).toBe(2);
    expect(hadOf([lunch, second], lunch, 3)).toBe(3);
    expect(hadOf([second], { ...lunch, number: 5 }, 0)).toBe(0);
    expect(hadOf([second], { ...lunch, weekIndex: 2_901 }, 0)).toBe(0);
  });

  it.each(["", "{", "null", "7", '[{"signature":"x"}]', '[null,{"signature":"0x12"}]'])(
    "is nothing where the device kept something else: %s",
    (text) => {
      deviceStorage.setItem(servingsKey(system, 3), text);
      expect(readServings(system, 3)).toEqual([]);
    },
  );
});
