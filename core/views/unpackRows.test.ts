import { describe, expect, it } from "vitest";
import { inRows, packRows } from "./hashOfViews.ts";
import { callOf, type Question } from "./Question.ts";
import { unpackRows } from "./unpackRows.ts";
import { viewOf } from "./View.ts";
import { toWord } from "./words.ts";

const target = `0x${"ab".repeat(20)}` as const;
const other = `0x${"cd".repeat(20)}` as const;
const views = ["count()(uint256)", "at(uint32,uint256)(address)", "has(bytes32,address)(bool)"].map(viewOf);

describe("rows for HashMany", () => {
  it("are the calls that were packed, those beside each other that differ in one word", () => {
    const questions = Array.from({ length: 60 }, (_, i): Question => {
      const view = views[i % 3] ?? viewOf("count()(uint256)");
      const args = [[], [1 + (i % 2), BigInt(i)], [`0x${"f".repeat(62)}0${i % 4}`, `0x${String(i).padStart(40, "0")}`]];
      return { target: i % 5 === 0 ? other : target, view, args: args[i % 3] ?? [] };
    });
    const rows = inRows(questions.map(callOf));
    const packed = packRows(rows);
    const argument = toWord("uint256", 32) + toWord("uint256", packed.length / 2) + packed;
    expect(unpackRows(argument).map(({ target: of, data }) => of + data)).toEqual(
      rows.map(({ target: of, data }) => `${of}0x${data}`),
    );
    expect(rows).toHaveLength(60);
    expect(packed.length).toBeLessThan(rows.reduce((sum, { data }) => sum + data.length, 0));
  });
});
