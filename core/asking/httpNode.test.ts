import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NoAnswer, Refusal } from "./Ask.ts";
import { httpNode } from "./httpNode.ts";

type Question = { id: number; method: string; params: unknown[] };
type Reply = { status?: number; headers?: Record<string, string>; body?: unknown };

const LOGS = { method: "eth_getLogs", params: [{ fromBlock: "0x1", toBlock: "0x9" }] };
const CODE = { method: "eth_getCode", params: ["0x1", "latest"] };
const answer = ({ id }: Question, result: unknown) => ({ jsonrpc: "2.0", id, result });
const error = ({ id }: Question, code: number, message: string) => ({ jsonrpc: "2.0", id, error: { code, message } });

/** A node that replies to what was posted, and when it was asked what. */
function nodeOf(reply: (asked: Question | Question[], count: number) => Reply | Promise<Reply>) {
  const posts: { at: number; asked: Question | Question[] }[] = [];
  vi.stubGlobal("fetch", async (_url: string, { body, signal }: { body: string; signal: AbortSignal }) => {
    const asked = JSON.parse(body) as Question | Question[];
    posts.push({ at: Date.now(), asked });
    const hangs = new Promise<never>((_, reject) =>
      signal.addEventListener("abort", () => reject(signal.reason as Error)),
    );
    const { status = 200, headers = {}, body: said } = await Promise.race([hangs, reply(asked, posts.length)]);
    return new Response(typeof said === "string" ? said : JSON.stringify(said), { status, headers });
  });
  return posts;
}

/** All that waits is let go on. */
async function settled<result>(work: Promise<result>): Promise<result> {
  work.catch(() => undefined);
  await vi.runAllTimersAsync();
  return work;
}

const each = (asked: Question | Question[], say: (one: Question) => unknown): Reply => ({
  body: Array.isArray(asked) ? asked.map(say) : say(asked),
});

describe("httpNode", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    // Of the faked clock, so that what hangs is given up at once.
    vi.spyOn(AbortSignal, "timeout").mockImplementation((wait) => {
      const control = new AbortController();
      setTimeout(() => control.abort(new DOMException("late", "TimeoutError")), wait);
      return control.signal;
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it("asks two questions together, and never more", async () => {
    const posts = nodeOf((asked) => each(asked, (one) => answer(one, one.params[0])));
    const ask = httpNode("http://node");

    const all = await settled(Promise.all([1, 2, 3, 4, 5].map((n) => ask({ method: "eth_getCode", params: [n] }))));

    expect(all).toEqual([1, 2, 3, 4, 5]);
    expect(posts.map(({ asked }) => [asked].flat().length)).toEqual([2, 2, 1]);
  });

  it.each([
    [
      "an error for all",
      (): Reply => ({ body: { jsonrpc: "2.0", id: null, error: { code: -32_600, message: "no" } } }),
    ],
    [
      "an error for each",
      (asked: Question | Question[]) =>
        each(asked, (one) => error(one, 35, "Batch of more than 1 requests are not allowed")),
    ],
    ["a status", (): Reply => ({ status: 400, body: "Bad request" })],
  ])("asks a node that refuses two questions with %s one by one from then on", async (_, refuse) => {
    const posts = nodeOf((asked) => (Array.isArray(asked) ? refuse(asked) : each(asked, (one) => answer(one, "0x"))));
    const ask = httpNode("http://node");

    expect(await settled(Promise.all([ask(CODE), ask(CODE)]))).toEqual(["0x", "0x"]);
    expect(await settled(Promise.all([ask(CODE), ask(CODE)]))).toEqual(["0x", "0x"]);
    expect(posts.map(({ asked }) => [asked].flat().length)).toEqual([2, 1, 1, 1, 1]);
  });

  it("waits as long as the node wishes, with all its questions", async () => {
    const posts = nodeOf((asked, count) =>
      count === 1 ? { status: 429, headers: { "retry-after": "7" } } : each(asked, (one) => answer(one, "0x")),
    );
    const ask = httpNode("http://node");
    const first = ask(LOGS);
    first.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(100);
    const second = ask(LOGS);

    expect(await settled(Promise.all([first, second]))).toEqual(["0x", "0x"]);
    expect(posts.length).toBe(3);
    expect(Math.min(...posts.slice(1).map(({ at }) => at - (posts[0]?.at ?? 0)))).toBeGreaterThanOrEqual(7_000);
  });

  it("gets all its answers from a node that answers ten questions a second, with few in vain", async () => {
    const times: number[] = [];
    const posts = nodeOf((asked) => {
      const now = Date.now();
      if (times.filter((time) => now - time < 1000).length >= 10) return { status: 429 };
      times.push(now);
      return each(asked, (one) => answer(one, "0x"));
    });
    const ask = httpNode("http://node");

    const all = await settled(Promise.all(Array.from({ length: 200 }, () => ask(LOGS))));

    expect(all.length).toBe(200);
    expect(posts.length).toBeLessThan(300);
    expect(Date.now() - (posts[0]?.at ?? 0)).toBeLessThan(60_000);
  });

  it("says what the node says when it wants no end of patience", async () => {
    const posts = nodeOf((asked) => each(asked, (one) => error(one, -32_005, "Monthly credits exhausted")));
    const began = Date.now();

    await expect(settled(httpNode("http://node")(LOGS))).rejects.toThrow("Monthly credits exhausted");
    expect(Date.now() - began).toBeLessThanOrEqual(150_000);
    expect(posts.length).toBeLessThan(20);
  });

  it("does not wait at all for a node that wants to be asked again in an hour", async () => {
    const posts = nodeOf(() => ({ status: 429, headers: { "retry-after": "3600" } }));
    await expect(settled(httpNode("http://node")(LOGS))).rejects.toThrow("HTTP 429");
    expect(posts.length).toBe(1);
  });

  it("asks nothing more of a node that wants to be asked again in an hour", async () => {
    const posts = nodeOf(() => ({ status: 429, headers: { "retry-after": "3600" } }));
    const ask = httpNode("http://node");
    await expect(settled(ask(LOGS))).rejects.toThrow("HTTP 429");
    const began = Date.now();

    await expect(settled(ask(CODE))).rejects.toThrow("HTTP 429");

    expect(Date.now() - began).toBeLessThan(1_000);
    expect(posts.length).toBe(1);
  });

  it("gives up all that wait together with the first, where a node went away", async () => {
    const posts = nodeOf(() => Promise.reject(new TypeError("fetch failed")));
    const ask = httpNode("http://node");
    const began = Date.now();

    let took = Number.POSITIVE_INFINITY;
    const given = Promise.allSettled(Array.from({ length: 500 }, () => ask(LOGS))).then((all) => {
      took = Date.now() - began; // the clock goes on to the end of every timer
      return all;
    });
    const all = await settled(given);

    expect(all.every((one) => one.status === "rejected" && one.reason instanceof NoAnswer)).toBe(true);
    expect(took).toBeLessThan(5_000);
    expect(posts.length).toBeLessThan(50);
  });

  it("asks a node that was given up once for each later question, and takes its answer when it is back", async () => {
    let isThere = false;
    const posts = nodeOf((asked) =>
      isThere ? each(asked, (one) => answer(one, "0x")) : Promise.reject(new TypeError("fetch failed")),
    );
    const ask = httpNode("http://node");
    await expect(settled(ask(CODE))).rejects.toBeInstanceOf(NoAnswer);
    await expect(settled(ask(CODE))).rejects.toBeInstanceOf(NoAnswer);
    expect(posts.length).toBe(5);
    isThere = true;
    expect(await settled(ask(CODE))).toBe("0x");
  });

  it("does not give up a node that answers others while one question hangs", async () => {
    nodeOf((asked) =>
      [asked].flat().some(({ method }) => method === "eth_call")
        ? new Promise<never>(() => undefined)
        : each(asked, (one) => answer(one, "0x")),
    );
    const ask = httpNode("http://node");
    const hanging = ask({ method: "eth_call" });
    hanging.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(29_000);
    const answered = ask(LOGS);
    await vi.advanceTimersByTimeAsync(15_000);
    expect(await answered).toEqual("0x");
    await expect(settled(hanging)).rejects.toMatchObject({ name: "TimeoutError" });
    expect(await settled(ask(LOGS))).toBe("0x");
  });

  it("tells why and how long a question waits", async () => {
    nodeOf((asked, count) =>
      count === 1 ? { status: 429, headers: { "retry-after": "7" } } : each(asked, (one) => answer(one, "0x")),
    );
    const told: [string, number][] = [];
    const onWait = (why: string, milliseconds: number) => void told.push([why, milliseconds]);

    await settled(httpNode("http://node", { onWait })(LOGS));

    expect(told).toEqual([["HTTP 429, and not an answer of a node", 7_000]]);
  });

  it("gives up what hangs, and says of what can be asked in parts that it was too much", async () => {
    const posts = nodeOf(() => new Promise<never>(() => undefined));
    await expect(settled(httpNode("http://node")(LOGS))).rejects.toBeInstanceOf(Refusal);
    expect(posts.length).toBe(1);
    await expect(settled(httpNode("http://node")(CODE))).rejects.toMatchObject({ name: "TimeoutError" });
  });

  it.each([
    ["is not there", () => Promise.reject(new TypeError("fetch failed"))],
    ["falls over", () => ({ status: 502, body: "<html>" })],
  ])("asks a node that %s four times", async (_, reply) => {
    const posts = nodeOf(reply);
    await expect(settled(httpNode("http://node")(CODE))).rejects.toBeInstanceOf(NoAnswer);
    expect(posts.length).toBe(4);
  });

  it.each([
    [413, "413"],
    [403, "403"],
    [200, "200, and not an answer"],
  ])("does not ask again after HTTP %i without an answer", async (status, words) => {
    const posts = nodeOf(() => ({ status, body: "<html>" }));
    await expect(settled(httpNode("http://node")(LOGS))).rejects.toThrow(words);
    expect(posts.length).toBe(1);
  });

  it.each([
    ["says so", { "content-length": "32000001" }, "[]"],
    ["does not say it", {}, "x".repeat(32_000_001)],
  ])("asks for less where an answer is too large to hold, if the node %s", async (_, headers, body) => {
    const posts = nodeOf(() => ({ headers, body }));
    await expect(settled(httpNode("http://node")(LOGS))).rejects.toMatchObject({ message: "The answer is too large" });
    expect(posts.length).toBe(1);
  });

  it("asks again for a block that another node behind the same address may have", async () => {
    nodeOf((asked, count) =>
      each(asked, (one) => (count === 1 ? error(one, -32_000, "header not found") : answer(one, "0x"))),
    );
    expect(await settled(httpNode("http://node")(CODE))).toBe("0x");
  });

  it("hands on what a contract refuses, with all that is said of it", async () => {
    nodeOf((asked) =>
      each(asked, ({ id }) => ({ id, error: { code: 3, message: "execution reverted", data: "0x1234" } })),
    );
    await expect(settled(httpNode("http://node")(CODE))).rejects.toMatchObject({ code: 3, data: "0x1234" });
  });
});
