import { weekStart } from "@one-small-town/core/hours/weeks.ts";
import { weekDate } from "../format.ts";

/** A week by its Monday. */
export function weekOf(weekIndex: number): string {
  return weekDate(weekStart(weekIndex));
}
