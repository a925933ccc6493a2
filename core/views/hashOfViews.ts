import { bytesOf, digitsOf } from "../hex.ts";
import { groupBy } from "../verify/events.ts";
import { keccak256 } from "./keccak256.ts";
import { WORD } from "./words.ts";
import { argumentsOf, type Call, SELECTOR } from "./Question.ts";

/** A call, and which word of its arguments is another in the calls beside it; -1 where it has none. */
export type Row = Call & { at: number };

/** Brings calls that differ in one word only side by side: for each view the word that leaves the fewest groups. */
export function inRows(calls: readonly Call[]): Row[] {
  const views = groupBy(calls, ({ target, view }) => `${target} ${view.selector}`);
  return [...views.values()].flatMap((alike) => {
    const places = Array.from({ length: argumentsOf(alike[0]) }, (_, at) => at);
    const splits = places.map((at) => ({ at, groups: groupBy(alike, (call) => restOf(call, at)) }));
    const [best] = splits.sort((one, other) => one.groups.size - other.groups.size);
    const sorted = best === undefined ? alike : [...best.groups.values()].flat();
    return sorted.map((call) => ({ ...call, at: best?.at ?? -1 }));
  });
}

function restOf({ data }: Call, at: number): string {
  if (at < 0) return data;
  return data.slice(0, SELECTOR + at * WORD) + data.slice(SELECTOR + (at + 1) * WORD);
}

/** Rows as HashMany.sol reads them, group by group, in hexadecimal digits. */
export function packRows(rows: readonly Row[]): string {
  return [...groupBy(rows, (row) => `${row.target} ${row.at} ${restOf(row, row.at)}`).values()].map(packGroup).join("");
}

function packGroup(rows: readonly Row[]): string {
  const [first] = rows;
  if (first === undefined) return "";
  const { at } = first;
  const words = at < 0 ? [] : rows.map(({ data }) => data.slice(SELECTOR + at * WORD, SELECTOR + (at + 1) * WORD));
  const width = words.reduce(
    (most, word) => Math.max(most, Math.ceil(word.replace(/^0+/, "").length / 2)),
    at < 0 ? 0 : 1,
  );
  const head = [
    first.target.slice(2).toLowerCase(),
    digits(rows.length, 2),
    digits(width, 1),
    digits(at < 0 ? 0 : 4 + 32 * (at + 1), 2),
    digits(first.data.length / 2, 2),
  ];
  return [...head, first.data, ...words.map((word) => word.slice(WORD - 2 * width))].join("");
}

function digits(value: number, bytes: number): string {
  return value.toString(16).padStart(2 * bytes, "0");
}

/** The hash that HashMany.sol makes of answers that are all as they must be. */
export function hashOfAnswers(answers: readonly string[]): string {
  let hash: Uint8Array = new Uint8Array(32);
  for (const answer of answers) {
    const input = new Uint8Array(33 + answer.length / 2);
    input.set(hash);
    input[32] = 1;
    input.set(bytesOf(answer), 33);
    hash = keccak256(input);
  }
  return digitsOf(hash);
}
