import { type Ask, isDivisible, NoAnswer, Refusal, type Request } from "./Ask.ts";
import { plainText } from "../plainText.ts";
import { atMost } from "./atMost.ts";
import { takeBytes } from "../takeBytes.ts";
import { kindOf } from "./kindOf.ts";
import { paceOf } from "./pace.ts";

/** Milliseconds for which a node that asks for patience is given it, each question. */
const PATIENCE = 120_000;

/** How often a question is asked in vain: of a node that is silent, that lets us hang, that has not got the block. */
const TRIES = { silent: 4, late: 2, missing: 2 } as const;
const MOMENT = 300;

/** A larger answer is not taken, but asked for in parts: it would have to fit into the memory of a phone. */
const MOST_BYTES = 32_000_000;

/** With more at once some nodes refuse all of them. */
const MOST_TOGETHER = 2;

/** A longer wait than this is no longer waited for by a question that comes after the node was given up. */
const LONG = 20_000;

export type Manners = {
  timeout?: number;
  atOnce?: number;
  /** Told why a question is asked again, and for how many milliseconds it will then have waited. */
  onWait?: (why: string, milliseconds: number) => void;
};

/** A node that was given up, when, and why. */
type Lost = { at: number; until: number; why: Refusal | NoAnswer };

type Waiting = {
  began: number;
  request: Request;
  resolve: (answer: unknown) => void;
  reject: (error: unknown) => void;
};
type Answer = { id?: unknown; result?: unknown; error?: { code?: number; message?: unknown; data?: unknown } };

/** Letters of what a node says instead of an answer. */
const MOST_SAID = 1_000;

/** Not now: until when, if it may be asked again at all. */
class Postponed extends Error {
  readonly why: Refusal | NoAnswer;
  readonly until: number;

  constructor(why: Refusal | NoAnswer, until: number) {
    super(why.message);
    this.why = why;
    this.until = until;
  }
}

/**
 * A node that answers at `url`, which is asked so many questions `atOnce` and given up after `timeout` milliseconds. One
 * that asks for patience gets it, all questions together; one that is silent is asked again; what hangs and can be asked
 * in parts is refused as "less". Throws a Refusal for what the node says, and NoAnswer where it says nothing. Where one
 * question was given up and nothing came meanwhile, all that wait are, and until an answer comes each is asked once.
 */
export function httpNode(url: string, { timeout = 15_000, atOnce = 8, onWait }: Manners = {}): Ask {
  const takeTurn = atMost(atOnce);
  const pace = paceOf();
  let together = MOST_TOGETHER;
  let lost: Lost | null = null;
  const waiting: Waiting[] = [];

  const flush = () => {
    for (const all = waiting.splice(0); all.length > 0;) {
      const some = all.splice(0, together);
      void takeTurn(() => deliver(some));
    }
  };

  /** What takes long holds up nothing else. */
  const transmit = (request: Request) =>
    new Promise<unknown>((resolve, reject) => {
      const one = { began: Date.now(), request, resolve, reject };
      if (together === 1 || request.method === "eth_getLogs") void takeTurn(() => deliver([one]));
      else if (waiting.push(one) === 1) setTimeout(flush);
    });

  /** Without those that were given up with the node while they waited. */
  const withoutLost = (some: readonly Waiting[]) => {
    const gone = lost;
    if (gone === null) return some;
    for (const { began, reject } of some) if (began <= gone.at) reject(gone.why);
    return some.filter(({ began }) => began > gone.at);
  };

  /** What one question heard in vain, all would, if nothing came since. */
  const giveUp = (why: Refusal | NoAnswer, since: number, until: number) => {
    if (pace.refusedSince() <= since) lost = { at: Date.now(), until, why };
    return why;
  };

  async function deliver(all: readonly Waiting[]): Promise<void> {
    if (withoutLost(all).length === 0) return;
    const asked = await pace.turn();
    const some = withoutLost(all);
    if (some.length === 0) return;
    try {
      const { response, answers } = await post(url, some, timeout);
      if (answers === null) {
        together = 1;
        for (const { request, resolve, reject } of some) void transmit(request).then(resolve, reject);
        return;
      }
      for (const [i, { request, resolve, reject }] of some.entries()) {
        const refusal = refusalOf(answers[i] ?? {}, response);
        if (refusal instanceof NoAnswer || (refusal && kindOf(refusal, isDivisible(request)) === "wait")) {
          reject(
            new Postponed(
              refusal,
              pace.refused(asked, { wanted: millisecondsToWait(response), isSilent: refusal instanceof NoAnswer }),
            ),
          );
          continue;
        }
        pace.answered();
        lost = null;
        if (refusal) reject(refusal);
        else resolve(answers[i]?.result);
      }
    } catch (error) {
      const silence = silenceOf(error);
      const until = pace.refused(asked, { isSilent: true });
      for (const { reject } of some) reject(new Postponed(silence, until));
    }
  }

  return async (request) => {
    const tries = { silent: 0, late: 0, missing: 0 };
    const began = Date.now();
    let since: number | null = null;
    for (;;) {
      if (lost !== null && lost.until - Date.now() > LONG) throw lost.why;
      try {
        return await transmit(request);
      } catch (error) {
        if (!(error instanceof Postponed)) {
          // Behind one address stand several nodes, and another one may have it.
          const isMissing = error instanceof Refusal && kindOf(error) === "missing";
          if (!isMissing || ++tries.missing >= TRIES.missing) throw error;
          await new Promise((resolve) => setTimeout(resolve, MOMENT));
          continue;
        }
        const { why, until } = error;
        since ??= Date.now();
        if (why instanceof NoAnswer && why.isLate && isDivisible(request)) {
          throw new Refusal(why.message, 0, undefined, 408);
        }
        const waited = until - Math.min(since, pace.refusedSince());
        if (lost !== null || isInVain(why, tries, waited, pace.silences())) throw giveUp(why, since, until);
        onWait?.(why.message, until - began);
      }
    }
  };
}

/** Whether asking again is: by how often that was done, by whichever question, or how long it takes. Counts this time. */
function isInVain(
  why: Refusal | NoAnswer,
  tries: { silent: number; late: number },
  milliseconds: number,
  silences: number,
): boolean {
  if (!(why instanceof NoAnswer)) return milliseconds > PATIENCE;
  const how = why.isLate ? "late" : "silent";
  return Math.max(++tries[how], silences) >= TRIES[how];
}

/** Asks once. Answers are null where several questions at once are refused. */
async function post(
  url: string,
  some: readonly Waiting[],
  timeout: number,
): Promise<{ response: Response; answers: Answer[] | null }> {
  const questions = some.map(({ request: { method, params = [] } }, id) => ({ jsonrpc: "2.0", id, method, params }));
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(questions.length === 1 ? questions[0] : questions),
    signal: AbortSignal.timeout(timeout),
  });
  const bytes = await bytesOf(response);
  if (bytes === null) return { response, answers: some.map(() => ({ error: { message: "The answer is too large" } })) };
  return { response, answers: sorted(parse(new TextDecoder().decode(bytes)), response, some.length) };
}

/** Null where there are too many, said before or not: an answer that is compressed says how long it is compressed. */
async function bytesOf({ body, headers }: Response): Promise<Uint8Array | null> {
  if (body === null) return new Uint8Array();
  if (Number(headers.get("content-length")) <= MOST_BYTES) return takeBytes(body, MOST_BYTES);
  void body.cancel();
  return null;
}

function sorted(said: Answer | Answer[] | null, { status }: Response, count: number): Answer[] | null {
  if (count === 1) return [(Array.isArray(said) ? said[0] : said) ?? {}];
  if (Array.isArray(said) && said.every(({ error }) => !/batch/i.test(messageOf(error)))) {
    const byId = new Map(said.map((one) => [one.id, one]));
    return Array.from({ length: count }, (_, id) => byId.get(id) ?? {});
  }
  // Too many questions a second, or nothing that a node would say: that is not about batches.
  if (status === 429 || (status >= 500 && said === null)) return Array.from({ length: count }, () => ({}));
  return null;
}

function parse(text: string): Answer | Answer[] | null {
  try {
    return JSON.parse(text) as Answer | Answer[] | null;
  } catch {
    return null;
  }
}

/** What stands in the way of an answer; null where there is one. */
function refusalOf({ result, error }: Answer, { status }: Response): Refusal | NoAnswer | null {
  if (error) return new Refusal(messageOf(error), error.code ?? 0, error.data, status);
  if (result !== undefined) return null;
  const words = `HTTP ${status}, and not an answer of a node`;
  if (status === 408 || status === 504) return new NoAnswer(words, true);
  return status >= 500 ? new NoAnswer(words) : new Refusal(words, 0, undefined, status);
}

/** A stranger wrote it, and pages and terminals show it. */
function messageOf(error: Answer["error"]): string {
  return typeof error?.message === "string" ? plainText(error.message, MOST_SAID) : "";
}

function silenceOf(error: unknown): NoAnswer {
  const { name, message, cause } = error as Error;
  if (name === "TimeoutError" || name === "AbortError") return new NoAnswer("no answer in time: timed out", true);
  const reason = cause instanceof Error ? ((cause as Error & { code?: string }).code ?? cause.message) : message;
  return new NoAnswer(`no answer: ${reason}`);
}

/** As the node wishes, in seconds or until a moment; undefined where it does not say. */
function millisecondsToWait({ headers }: Response): number | undefined {
  const text = headers.get("retry-after");
  if (text === null) return undefined;
  const seconds = Number(text);
  const wait = Number.isNaN(seconds) ? Date.parse(text) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
