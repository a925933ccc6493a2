/** A question to a node, as JSON-RPC has it. */
export type Request = { method: string; params?: unknown };

/** Whoever answers such questions: a node, or something that stands before one. */
export type Ask = (request: Request) => Promise<unknown>;
