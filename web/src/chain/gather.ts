import { readManyCode } from "@one-small-town/core/abis/readManyCode.ts";
import { atMost, inParallel } from "@one-small-town/core/asking/atMost.ts";
import { kindOf, refusalIn } from "@one-small-town/core/asking/kindOf.ts";
import { manyViews } from "@one-small-town/core/views/manyViews.ts";
import { type Address, concatHex, decodeAbiParameters, encodeAbiParameters, type Hex, size } from "viem";
import type { TownClient } from "./System.ts";

/** A view of a contract; without data its code is asked for. `bytes` is about how long the answer will be. */
export type View = { target: Address; data: Hex; bytes: number; block: Hex | "latest" };

type Answer = { data: Hex } | { error: unknown };
type Waiting = View & { settle: (answer: Answer) => void };

/**
 * Views that are asked for within so many milliseconds travel together: what a page shows is one request, or few. While
 * an answer is on its way more are waited for, as what rests on it will be asked for at once.
 */
const MOMENT = 8;
const MOMENT_UNDER_WAY = 80;

/** What a node takes and gives at once, with room to spare: 49,152 bytes of a creation, and 24,576 of new code. */
const MOST_VIEWS = 100;
const MOST_ASKED = 40_000;
const MOST_ANSWERED = 20_000;

const AT_ONCE = 4;
const ANSWERS = [{ type: "bytes[]" }] as const;

/**
 * How a node answers many views at once: by running code that it takes for a new contract's, or that stands in for a
 * contract's; not at all where it refuses both.
 */
type Way = "creation" | "override" | "alone";
type Known = {
  way: Way;
  isProved: boolean;
  inTurn: ReturnType<typeof atMost>;
  waiting: Waiting[];
  /** How many requests are under way. */
  running: number;
  timer: ReturnType<typeof setTimeout> | undefined;
};

const nodes = new WeakMap<object, Known>();

/** What a view says, in one request with all others of its block that are asked for in the same moment. */
export function ask(client: TownClient, view: View): Promise<Hex> {
  const known = knownOf(client);
  return new Promise((resolve, reject) => {
    const settle = (answer: Answer) => ("data" in answer ? resolve(answer.data) : reject(answer.error));
    if (known.waiting.push({ ...view, settle }) === 1)
      sendWithin(client, known, known.running === 0 ? MOMENT : MOMENT_UNDER_WAY);
  });
}

function sendWithin(client: TownClient, known: Known, moment: number): void {
  clearTimeout(known.timer);
  known.timer = setTimeout(() => void send(client, known), moment);
}

function knownOf(client: TownClient): Known {
  const known = nodes.get(client) ?? {
    way: "creation",
    isProved: false,
    inTurn: atMost(AT_ONCE),
    waiting: [],
    running: 0,
    timer: undefined,
  };
  nodes.set(client, known);
  return known;
}

/** Nothing of the present is asked for any more. */
export async function whenQuiet(client: TownClient): Promise<void> {
  const known = knownOf(client);
  let calm = 0;
  while (calm < QUIET) {
    await new Promise((resolve) => setTimeout(resolve, QUIET / 2));
    calm = known.running === 0 && known.waiting.length === 0 ? calm + QUIET / 2 : 0;
  }
}

/** Milliseconds within which a page asks for what rests on what it has just read. */
const QUIET = 300;

async function send(client: TownClient, known: Known): Promise<void> {
  const waiting = known.waiting.splice(0);
  // The same view is asked for once, for all who wait for it.
  const alike = new Map<string, View & { all: Waiting[] }>();
  for (const each of waiting) {
    const name = `${each.target} ${each.data} ${each.block}`;
    const same = alike.get(name);
    if (same === undefined) alike.set(name, { ...each, all: [each] });
    else same.all.push(each);
  }
  const views = [...alike.values()];
  const blocks = [...new Set(views.map(({ block }) => block))];
  const parts = blocks.flatMap((block) => partsOf(views.filter((view) => view.block === block)));
  await inParallel(parts, AT_ONCE, async (part) => {
    known.running++;
    const answers = await answersOf(client, known, part).finally(() => known.running--);
    for (const [i, { all }] of part.entries()) {
      const answer = answers[i];
      if (answer !== undefined) all.forEach(({ settle }) => settle(answer));
    }
    if (known.running === 0 && known.waiting.length > 0) sendWithin(client, known, MOMENT);
  });
}

function partsOf<view extends View>(views: readonly view[]): view[][] {
  const parts: view[][] = [];
  let room = { views: 0, asked: 0, answered: 0 };
  for (const view of views) {
    const [asked, answered] = [size(view.data) + 160, view.bytes + 96]; // with offsets and lengths
    if (room.views < 1 || room.asked < asked || room.answered < answered) {
      parts.push([]);
      room = { views: MOST_VIEWS, asked: MOST_ASKED, answered: MOST_ANSWERED };
    }
    parts.at(-1)?.push(view);
    room = { views: room.views - 1, asked: room.asked - asked, answered: room.answered - answered };
  }
  return parts;
}

async function answersOf(client: TownClient, known: Known, views: readonly View[]): Promise<Answer[]> {
  const [first] = views;
  if (first === undefined) return [];
  if (views.length === 1) return [await tryTo(() => known.inTurn(() => alone(client, first)))].map(orLack);
  if (known.way === "alone")
    return Promise.all(views.map(async (view) => (await answersOf(client, known, [view]))[0] as Answer));
  const { way } = known;
  try {
    const answers = await together(client, way, views);
    known.isProved = true;
    return answers.map((data) => ({ data }));
  } catch (error) {
    if (!isRefusal(error)) return views.map(() => ({ error }));
    if (!known.isProved) await findWay(client, known);
    if (known.way !== way) return answersOf(client, known, views);
    // One of them fails, or they say too much: each half is asked by itself.
    const middle = Math.ceil(views.length / 2);
    const halves = [views.slice(0, middle), views.slice(middle)];
    return (await Promise.all(halves.map((half) => answersOf(client, known, half)))).flat();
  }
}

/** A node that does not know the question at all: nothing of the present can be read from it. */
class NoViews extends Error {
  override name = "NoViews";
}

const METHOD_NOT_FOUND = -32_601;

function orLack(answer: Answer): Answer {
  if ("data" in answer || refusalIn(answer.error)?.code !== METHOD_NOT_FOUND) return answer;
  return { error: new NoViews("The node answers no questions to contracts", { cause: answer.error }) };
}

/** Which way a node knows is found out with nothing to ask. */
async function findWay(client: TownClient, known: Known): Promise<void> {
  for (const way of ["creation", "override"] as const) {
    const answer = await tryTo(async () => {
      await together(client, way, []);
      return "0x";
    });
    if ("error" in answer) continue;
    known.way = way;
    known.isProved = true;
    return;
  }
  known.way = "alone";
}

/** Anybody's address, at which the code stands for the time of the question. */
const STAND_IN = "0x00000000000000000000000000000000000a11ed";

async function together(client: TownClient, way: Way, views: readonly View[]): Promise<readonly Hex[]> {
  const block = views[0]?.block ?? "latest";
  const code = concatHex([
    readManyCode,
    encodeAbiParameters(manyViews, [views.map(({ target, data }) => ({ target, data }))]),
  ]);
  const params =
    way === "creation"
      ? ([{ data: code }, block] as const)
      : ([{ to: STAND_IN }, block, { [STAND_IN]: { code } }] as const);
  const answer = await client.request({ method: "eth_call", params: params as never });
  return decodeAbiParameters(ANSWERS, answer)[0];
}

function alone(client: TownClient, { target, data, block }: View): Promise<Hex> {
  return data === "0x"
    ? client.request({ method: "eth_getCode", params: [target, block] })
    : client.request({ method: "eth_call", params: [{ to: target, data }, block] });
}

async function tryTo(request: () => Promise<Hex>): Promise<Answer> {
  try {
    return { data: await request() };
  } catch (error) {
    return { error };
  }
}

/**
 * Whether a node refused what was asked, so that less or other may be answered. A lost connection, a node that is asked too
 * often, or one that has not got the block, says nothing about that.
 */
function isRefusal(error: unknown): boolean {
  if ((error as Error).name === "AbiDecodingZeroDataError") return true;
  const refusal = refusalIn(error);
  return refusal !== null && !["wait", "missing"].includes(kindOf(refusal));
}
