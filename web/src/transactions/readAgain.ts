import type { QueryClient } from "@tanstack/react-query";
import { canChange, isPast, type Subject } from "../chain/reads.ts";

/**
 * Reads again what is on the screen and can be another figure by now, and the rest when it is looked at next. Nobody
 * waits for what has happened.
 */
export function readAgain(queries: QueryClient, touched: readonly Subject[]): Promise<void> {
  const all: readonly Subject[] = ["blocks", ...touched];
  const present = queries.invalidateQueries({
    predicate: ({ queryKey }) => canChange(queryKey, all) && !isPast(queryKey),
  });
  void queries.invalidateQueries({ predicate: ({ queryKey }) => canChange(queryKey, all) && isPast(queryKey) });
  return present;
}
