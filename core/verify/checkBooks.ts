import type { Books } from "./Books.ts";
import type { Finding, FindingKey } from "./Finding.ts";
import { firstChecks } from "./firstChecks.ts";
import { lastChecks } from "./lastChecks.ts";
import { type Check, makeChecks } from "./makeChecks.ts";

const CHECKS: Record<FindingKey, Check> = { ...firstChecks, ...lastChecks };

/** Every check of the books. One that cannot be made does not stop the others. */
export function checkBooks(books: Books): Finding[] {
  return makeChecks(CHECKS, books);
}
