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
