import type { Question } from "@one-small-town/core/hours/reading/TimesheetReading.ts";

/** Nothing, or no, leaves the question open, so that the file can be mended. */
const OPEN = new Set(["", "n", "no"]);

/** The option that somebody means, by its word or the beginning of it; null when it is none, or could be two. */
export function optionOf({ options }: Pick<Question, "options">, written: string): string | undefined | null {
  const word = written.trim().toLowerCase();
  const exact = options.find((option) => option.toLowerCase() === word);
  if (exact !== undefined) return exact;
  if (OPEN.has(word)) return undefined;

  const [first, ...others] = options.filter((option) => option.toLowerCase().startsWith(word));
  return first !== undefined && others.length === 0 ? first : null;
}
