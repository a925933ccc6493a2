import { createInterface } from "node:readline/promises";
import type { Question } from "@one-small-town/core/hours/reading/TimesheetReading.ts";
import type { Asker } from "./readAndAsk.ts";
import { sayQuestion } from "./sayQuestion.ts";

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

/** Asks on the terminal until one of the options is meant; nobody when this is no terminal. */
export const askOnTerminal: Asker = async (question) => {
  if (!process.stdin.isTTY) return undefined;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const words = [...question.options, "no"].join(" / ");
  try {
    for (;;) {
      const option = optionOf(question, await terminal.question(`? ${sayQuestion(question)}\n  ${words}: `));
      if (option !== null) return option;
    }
  } finally {
    terminal.close();
  }
};
