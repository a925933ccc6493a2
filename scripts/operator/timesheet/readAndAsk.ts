import {
  type Answers,
  nameOf,
  type Question,
  type TimesheetReading,
} from "@one-small-town/core/hours/reading/TimesheetReading.ts";

/** Gives one of a question's options; undefined when nobody answers. */
export type Asker = (question: Question) => Promise<string | undefined>;

/**
 * Reads a file, asks what only a person can know, and reads it again with the answers, until nothing more is asked, or a
 * question stays open. Nobody is asked about a file that is refused: it is mended first.
 */
export async function readAndAsk(
  read: (answers: Answers) => Promise<TimesheetReading>,
  given: Answers,
  ask: Asker,
): Promise<TimesheetReading> {
  const answers: Record<string, string> = { ...given };
  for (;;) {
    const reading = await read(answers);
    if (reading.kind !== "asked") return reading;
    for (const question of reading.questions) {
      const answer = await ask(question);
      if (answer === undefined) return reading;
      answers[nameOf(question)] = answer;
    }
  }
}
