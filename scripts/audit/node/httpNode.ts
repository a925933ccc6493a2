import { atMost } from "@one-small-town/core/asking/atMost.ts";
import { LIMIT_EXCEEDED } from "@one-small-town/core/asking/ranges.ts";
import { type Ask, Refusal, type Request } from "./Ask.ts";
import { isRangeRefused } from "./inRanges.ts";

const AT_ONCE = 12;
const TIMEOUT = 60_000;
const FIRST_WAIT = 250;
const LONGEST_WAIT = 15_000;

/** How often a node is asked in vain: one that is not there, and one that asks for patience. */
const TRIES = { silent: 4, busy: 10 } as const;

/** Why a question is to be asked again, and in how many milliseconds, where the node says. */
class Postponed extends Error {
  readonly why: keyof typeof TRIES;
  readonly wait: number | undefined;

  constructor(why: keyof typeof TRIES, message: string, wait?: number) {
    super(message);
    this.why = why;
    this.wait = wait;
  }
}

/** A node that answers at `url`. One that is busy, or does not answer, is asked again, each time after a longer wait. */
export function httpNode(url: string): Ask {
  const takeTurn = atMost(AT_ONCE);
  return (request) => takeTurn(() => patiently(() => post(url, request)));
}

async function patiently(ask: () => Promise<unknown>): Promise<unknown> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Postponed) || tries >= TRIES[error.why]) throw error;
      const wait = error.wait ?? FIRST_WAIT * 2 ** (tries - 1);
      await new Promise((resolve) => setTimeout(resolve, Math.min(wait, LONGEST_WAIT)));
    }
  }
}

async function post(url: string, request: Request): Promise<unknown> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: request.method, params: request.params ?? [] });
  const headers = { "content-type": "application/json" };
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(TIMEOUT) });
    return readAnswer(request, response, parse(await response.text()));
  } catch (error) {
    if (error instanceof Postponed || error instanceof Refusal || !(error instanceof Error)) throw error;
    throw new Postponed("silent", `no answer: ${reasonOf(error)}`);
  }
}

type Answer = { result?: unknown; error?: { code?: number; message?: string; data?: unknown } };

function readAnswer(request: Request, response: Response, { result, error }: Answer): unknown {
  const refusal = error && new Refusal(error.message ?? "", error.code ?? 0, error.data);
  if (response.status !== 429 && isRangeRefused(request, refusal)) throw refusal;
  if (response.status === 429 || response.status >= 500 || (refusal && asksForPatience(refusal))) {
    throw new Postponed("busy", refusal?.message || `HTTP ${response.status}`, millisecondsToWait(response));
  }
  if (refusal) throw refusal;
  if (result === undefined) throw new Error(`HTTP ${response.status}, and not an answer of a node`);
  return result;
}

function asksForPatience({ code, message }: Refusal): boolean {
  return code === LIMIT_EXCEEDED || /rate limit|too many requests|per second/i.test(message);
}

function parse(text: string): Answer {
  try {
    return (JSON.parse(text) ?? {}) as Answer;
  } catch {
    return {};
  }
}

function millisecondsToWait(response: Response): number | undefined {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isNaN(seconds) ? undefined : seconds * 1000;
}

function reasonOf({ message, cause }: Error): string {
  return cause instanceof Error ? ((cause as NodeJS.ErrnoException).code ?? cause.message) : message;
}
