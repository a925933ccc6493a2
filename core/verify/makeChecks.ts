import type { Books } from "./Books.ts";
import { type Finding, type FindingKey, findingKeys, type Row, worstOf } from "./Finding.ts";

/** What one check compares; null where what it needs could not be read. */
export type Check = (books: Books) => Row[] | null;

/** Makes the given checks of the books. One that cannot be made does not stop the others. */
export function makeChecks(checks: Partial<Record<FindingKey, Check>>, books: Books): Finding[] {
  return findingKeys.flatMap((key) => {
    const check = checks[key];
    if (check === undefined) return [];
    const rows = attempt(() => check(books))?.filter(({ town }) => isWanted(books, town)) ?? null;
    return [{ key, rows, outcome: rows === null ? "unavailable" : worstOf(rows.map(({ outcome }) => outcome)) }];
  });
}

/** Of one town are wanted its own rows, and those of what it shares with the others. */
function isWanted({ town: only }: Books, town: number | null): boolean {
  return only === null || town === null || town === only;
}

/** What lacks its beginning, such as a sale without its terms, cannot be checked. */
function attempt(check: () => Row[] | null): Row[] | null {
  try {
    return check();
  } catch {
    return null;
  }
}
