import type { Hex } from "viem";
import { hashManyCode } from "../abis/hashManyCode.ts";
import { readManyCode } from "../abis/readManyCode.ts";
import type { Ask } from "../asking/Ask.ts";
import { inParallel } from "../asking/atMost.ts";
import { hashOfAnswers, inRows, packRows, type Row } from "./hashOfViews.ts";
import { type Call, callOf, CODES, hashOfCode, type Question } from "./Question.ts";
import { decodeParams, toWord, WORD } from "./words.ts";

/** Gives the answers to questions, in their order; undefined where a view reverts. */
export type ReadViews = (questions: readonly Question[]) => Promise<unknown[]>;

/** Few enough for the gas that HashMany.sol takes at most, where a view costs less than ten thousand. */
const MOST_HASHED = 1_500;

/** Digits of a request's rows: a node takes it for a creation, of at most 49,152 bytes. */
const MOST_DIGITS = 2 * 45_000;

/** Digits before each group of calls. */
const HEAD = 2 * 27;

/** Few enough that the answers fit into what a node takes for code. */
const MOST_READ = 50;

const AT_ONCE = 4;

/**
 * Reads views at one block. Where it is known what they must say, a hash of 1,500 answers proves it in one request, and
 * only what differs is read itself: it is found by halves. A node that refuses hashes is asked for the answers, fifty in
 * a request. What was answered once is not asked again.
 */
export function viewReader(ask: Ask, block: Hex): ReadViews {
  const known = new Map<string, unknown>();
  const keep = (call: Call, words: string) => known.set(keyOf(call), answerOf(call, words));
  const keepProven = (call: Call) =>
    call.whole === undefined ? keep(call, call.must ?? "") : known.set(keyOf(call), call.whole);
  let most = MOST_HASHED;

  const run = async (code: string, argument: string): Promise<string> => {
    const answer = await ask({ method: "eth_call", params: [{ data: code + argument }, block] });
    return String(answer).slice(2);
  };

  const prove = async (rows: readonly Row[]): Promise<void> => {
    if (rows.length === 0 || most === 0) return read(rows);
    if (rows.length > most) return inHalves(rows, prove);
    const said = await run(hashManyCode, bytesParam(packRows(rows))).catch(() => "");
    if (said.length !== 2 * WORD) {
      most = rows.length > MOST_READ ? Math.ceil(rows.length / 2) : 0;
      return prove(rows);
    }
    const done = Number(`0x${said.slice(WORD)}`);
    const covered = rows.slice(0, done);
    if (hashOfAnswers(covered.map(({ must }) => must ?? "")) === said.slice(0, WORD)) {
      for (const row of covered) keepProven(row);
    } else await (done > MOST_READ ? inHalves(covered, prove) : read(covered));
    return done === 0 ? read(rows) : prove(rows.slice(done));
  };

  const read = async (calls: readonly Call[]): Promise<void> => {
    const views = calls.filter(({ target }) => target !== CODES);
    const codes = calls.filter(({ target }) => target === CODES);
    await inParallel(partsOf(views, MOST_READ), AT_ONCE, readPart);
    await inParallel(codes, AT_ONCE, async (call) => {
      const code = await ask({ method: "eth_getCode", params: [`0x${call.data.slice(-40)}`, block] });
      keep(call, hashOfCode(String(code)));
    });
  };

  const readPart = async (calls: readonly Call[]): Promise<void> => {
    const answers = await readMany(calls).catch((error: unknown) => {
      if (isRevert(error)) return null;
      throw error;
    });
    if (answers !== null) for (const [i, call] of calls.entries()) keep(call, answers[i]?.slice(2) ?? "");
    else if (calls.length > 1) await inHalves(calls, readPart);
    else for (const call of calls) known.set(keyOf(call), undefined);
  };

  const readMany = async (calls: readonly Call[]): Promise<readonly Hex[]> => {
    const [answers] = decodeParams(ANSWERS, await run(readManyCode, callsParam(calls)));
    return answers as Hex[];
  };

  return async (questions) => {
    const calls = questions.map(callOf);
    const missing = [...new Map(calls.map((call) => [keyOf(call), call])).values()].filter(
      (call) => !known.has(keyOf(call)),
    );
    const rows = inRows(missing.filter(({ must }) => must !== null));
    await Promise.all([
      inParallel(inRequests(rows), AT_ONCE, prove),
      read(missing.filter(({ must }) => must === null)),
    ]);
    return calls.map((call) => known.get(keyOf(call)));
  };
}

const ANSWERS = [{ type: "bytes[]" }];

function keyOf({ target, data }: Call): string {
  return target + data;
}

/** What a view answers; a contract without code says nothing. */
function answerOf({ view: { outputs } }: Call, words: string): unknown {
  if (words === "") return undefined;
  const values = decodeParams(outputs, words);
  return outputs.length === 1 ? values[0] : values;
}

/** As many rows in each request as it takes. */
function inRequests(rows: readonly Row[]): Row[][] {
  const requests: Row[][] = [];
  let [left, group] = [0, ""];
  for (const row of rows) {
    const own = `${row.target}${row.view.selector}`;
    const digits = WORD + (own === group ? 0 : HEAD + row.data.length);
    if (left < digits || requests.at(-1)?.length === MOST_HASHED) {
      requests.push([]);
      left = MOST_DIGITS;
    }
    requests.at(-1)?.push(row);
    left -= digits;
    group = own;
  }
  return requests;
}

async function inHalves<item>(items: readonly item[], work: (half: readonly item[]) => Promise<void>): Promise<void> {
  await Promise.all(partsOf(items, Math.ceil(items.length / 2)).map(work));
}

function partsOf<item>(items: readonly item[], size: number): (readonly item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

/** Bytes as the argument of a constructor. */
function bytesParam(digits: string): string {
  const { length } = digits;
  return word(32) + word(length / 2) + digits.padEnd(Math.ceil(length / WORD) * WORD, "0");
}

/** Views as ReadMany.sol takes them. */
function callsParam(calls: readonly Call[]): string {
  const parts = calls.map(({ target, data }) => toWord("address", target) + word(64) + bytesParam(data).slice(WORD));
  let at = 32 * parts.length;
  const places = parts.map((part) => {
    const place = word(at);
    at += part.length / 2;
    return place;
  });
  return [word(32), word(parts.length), ...places, ...parts].join("");
}

function word(value: number): string {
  return toWord("uint256", value);
}

/** Whether the chain says so, and not the node: in one of the words that nodes have for it. Who burns all gas answers nothing. */
function isRevert(error: unknown): boolean {
  const { code, message = "", cause } = error as Partial<Error> & { code?: number };
  return code === 3 || /revert|out of gas/i.test(message) || (cause !== undefined && isRevert(cause));
}
