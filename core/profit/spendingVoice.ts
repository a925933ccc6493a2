import { isActive } from "../hours/timesheet.ts";

/** What decides whether a member may object to a payment out of a fund; moments in seconds. */
export type SpendingCase = {
  /** Until then electors may object; null while nobody has approved it. */
  payableFrom: number | null;
  /** Whether the member's town is asked. */
  isAsked: boolean;
  /** The member's quarters in the timesheet whose active members decide. */
  quarters: number;
  hasObjected: boolean;
};

/**
 * Where a member stands with a payment: it waits for its approval; their town is not asked; they worked too little in the
 * week that decides who may; they have objected; the time is over; or it is open to them.
 */
export type SpendingVoice = "waits" | "notAsked" | "notElector" | "objected" | "over" | "open";

export function spendingVoice(spending: SpendingCase, now: number): SpendingVoice {
  const { payableFrom, isAsked, quarters, hasObjected } = spending;
  if (payableFrom === null) return "waits";
  if (!isAsked) return "notAsked";
  if (!isActive(quarters)) return "notElector";
  if (hasObjected) return "objected";
  return now >= payableFrom ? "over" : "open";
}
