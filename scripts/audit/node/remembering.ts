import { createHash } from "node:crypto";
import type { Ask, Request } from "./Ask.ts";
import type { Memory } from "./openMemory.ts";

/** Asks only what was not answered before. Errors are never remembered. */
export function remembering(ask: Ask, memory: Memory): Ask {
  return async (request) => {
    const key = keyOf(request);
    const known = memory.recall(key);
    if (known !== undefined) return known;
    const answer = await ask(request);
    memory.keep(key, answer);
    return answer;
  };
}

function keyOf({ method, params }: Request): string {
  return createHash("sha256")
    .update(JSON.stringify([method, params]))
    .digest("hex");
}
