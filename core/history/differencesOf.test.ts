import { describe, expect, it } from "vitest";
import { randomHistory } from "../testing/randomHistory.ts";
import { type Difference, differencesOf, toldOf } from "./differencesOf.ts";
import { logOf } from "./file/logOf.ts";
import type { Told } from "./file/Record.ts";

const chain = randomHistory(5, 60);
const [event] = chain.slice(30);
if (event === undefined) throw new Error("The history is too short");
const { block, log } = event;

function changed(by: (told: Told) => Told[]): Told[] {
  return chain.flatMap((told) => (told === event ? by(told) : [told]));
}

describe("differencesOf", () => {
  it("finds none where both tell the same", () => {
    expect(differencesOf(chain, chain)).toEqual([]);
    expect(chain.map((told) => toldOf(logOf(told)))).toEqual(chain);
  });

  it("does not compare a time that the node does not say", () => {
    expect(
      differencesOf(
        chain,
        chain.map((told) => ({ ...told, time: 0 })),
      ),
    ).toEqual([]);
  });

  it.each<[string, (told: Told) => Told[], Difference[]]>([
    ["an event left out", () => [], [{ block, log, what: "omitted" }]],
    ["one made up", (told) => [told, { ...told, log: 999 }], [{ block, log: 999, what: "invented" }]],
    ["another contract", (told) => [{ ...told, address: `0x${"9".repeat(40)}` }], [{ block, log, what: "address" }]],
    ["another kind", (told) => [{ ...told, topics: [`0x${"9".repeat(64)}`] }], [{ block, log, what: "topics" }]],
    ["another content", (told) => [{ ...told, data: `${told.data}00` }], [{ block, log, what: "data" }]],
    ["another time", (told) => [{ ...told, time: 1 }], [{ block, log, what: "time" }]],
    ["another transaction", (told) => [{ ...told, transaction: 99 }], [{ block, log, what: "transaction" }]],
    [
      "another place",
      (told) => [{ ...told, log: 999 }],
      [
        { block, log, what: "omitted" },
        { block, log: 999, what: "invented" },
      ],
    ],
  ])("finds %s", (_, by, differences) => {
    expect(differencesOf(changed(by), chain)).toEqual(differences);
  });
});
