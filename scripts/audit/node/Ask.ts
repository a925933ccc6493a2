/** A question to a node, as JSON-RPC has it. */
export type Request = { method: string; params?: unknown };

/** Whoever answers such questions: a node, or something that stands before one. */
export type Ask = (request: Request) => Promise<unknown>;

/** What a node says when it answers a question with an error. `code` is JSON-RPC's. */
export class Refusal extends Error {
  readonly code: number;
  readonly data: unknown;

  constructor(message: string, code: number, data?: unknown) {
    super(message);
    this.code = code;
    this.data = data;
  }
}
