import { accountsDueAt } from "./accountsDueAt.ts";
import { yearQuarterStart } from "./yearQuarterStart.ts";

/** Since when a business is at work, and until when; in seconds, null for not yet. */
export type AtWork = { from: number | null; until: number | null };

/**
 * Where the accounts of a quarter stand: it has not begun, it runs, the business was not at work in it, they are to come,
 * they came in time, they came late, or they should have come.
 */
export type AccountsState = "ahead" | "running" | "notAtWork" | "toCome" | "onTime" | "late" | "overdue";

type Quarter = { yearQuarter: number; dueDays: number; atWork: AtWork; givenAt: number | null };

/** @param now chain time in seconds. */
export function accountsState({ yearQuarter, dueDays, atWork, givenAt }: Quarter, now: number): AccountsState {
  const [start, end] = [yearQuarterStart(yearQuarter), yearQuarterStart(yearQuarter + 1)];
  const dueAt = accountsDueAt(yearQuarter, dueDays);
  if (givenAt !== null) return givenAt < dueAt ? "onTime" : "late";
  if (now < start) return "ahead";
  if (!wasAtWork(atWork, start, end, now)) return "notAtWork";
  if (now < end) return "running";
  return now < dueAt ? "toCome" : "overdue";
}

function wasAtWork({ from, until }: AtWork, start: number, end: number, now: number): boolean {
  return from !== null && from < end && from <= now && (until === null || until > start);
}
