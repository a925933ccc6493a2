import type { LogFilter } from "./logs.ts";

/** A question to a node, as JSON-RPC has it. */
export type Request = { method: string; params?: unknown };

/** Whoever answers such questions: a node, or something that stands before one. */
export type Ask = (request: Request) => Promise<unknown>;

/** What a node says when it answers a question with an error. `code` is JSON-RPC's, `status` that of HTTP. */
export class Refusal extends Error {
  readonly code: number;
  readonly data: unknown;
  readonly status: number;

  constructor(message: string, code: number, data?: unknown, status = 200) {
    super(message);
    this.code = code;
    this.data = data;
    this.status = status;
  }
}

/** Nothing came that a node would say. Named as the dApp's sentences know such errors. */
export class NoAnswer extends Error {
  readonly isLate: boolean;

  constructor(message: string, isLate = false) {
    super(message);
    this.isLate = isLate;
    this.name = isLate ? "TimeoutError" : "HttpRequestError";
  }
}

/** Whether a question can be asked in parts: one for the events of several blocks. */
export function isDivisible({ method, params }: Request): boolean {
  if (method !== "eth_getLogs") return false;
  const [{ fromBlock, toBlock }] = params as [LogFilter];
  return fromBlock !== toBlock;
}
