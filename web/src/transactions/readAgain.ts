import type { QueryClient } from "@tanstack/react-query";
import { canChange, type Subject } from "../chain/reads.ts";

/** Reads again what is on the screen and can be another figure by now, and the rest when it is looked at next. */
export function readAgain(queries: QueryClient, touched: readonly Subject[]): Promise<void> {
  return queries.invalidateQueries({ predicate: ({ queryKey }) => canChange(queryKey, ["blocks", ...touched]) });
}
