import { count } from "./format.ts";

/** Quarters of an hour as hours: 29 is "7.25". */
export function hoursOf(quarters: number): string {
  return count(quarters / 4);
}
