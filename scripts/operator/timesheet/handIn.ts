import { daysOfWeek } from "@one-small-town/core/hours/weeks.ts";
import { carryOut } from "../command/carryOut.ts";
import { type Errand, tellerOf } from "../command/Errand.ts";
import { type HoursFile, readHours, stepOfHours } from "../submitHours.ts";
import { describeReading } from "./describeReading.ts";
import { optionOf } from "./optionOf.ts";
import { type Asker, readAndAsk } from "./readAndAsk.ts";
import { sayQuestion } from "./sayQuestion.ts";

export type HandIn = { errand: Errand; file: HoursFile & { uri: string } };

/**
 * Reads a coordinator's file, tells all that is wrong with it, asks what must be asked, and hands it in. Returns 0 when it
 * did as wanted, 1 when the file, or the contract, does not allow it.
 */
export async function handIn({ errand, file }: HandIn): Promise<number> {
  const { context, isJson, terminal } = errand;
  const { deployment, provider, contracts } = context;
  const self = { runner: provider, coordinator: context.sender() };
  const { town, weekIndex, bytes } = file;
  const reading = await readAndAsk(
    (answers) => readHours(deployment, self, { town, weekIndex, bytes, answers }),
    file.answers ?? {},
    isJson ? async () => undefined : askOn(errand),
  );

  const [monday, , , , , , sunday] = daysOfWeek(weekIndex);
  const tell = tellerOf(errand);
  const facts = { ...reading, ...(reading.kind === "read" ? { quarters: [...reading.quarters] } : {}) };
  if (!isJson)
    for (const line of [`Town ${town}, week ${weekIndex}, ${monday} to ${sunday}:`, ...describeReading(reading)])
      tell(line);
  if (reading.kind !== "read") {
    if (isJson) terminal.say(JSON.stringify(facts));
    return 1;
  }

  const plan = { steps: [stepOfHours(deployment, file, reading.quarters)] };
  return carryOut(errand, plan, {
    isRepeatable: false,
    facts,
    done: async (hash) => {
      const { reviewEnds } = await contracts.contributions.pendingOf(town);
      const ends = new Date(Number(reviewEnds) * 1000).toISOString().slice(0, 16).replace("T", " ");
      return `Handed in by transaction ${hash}. The review ends on ${ends} UTC; from then on anybody can finalise it.`;
    },
  });
}

/** Asks on the terminal until one of the options is meant; nobody where there is none. */
function askOn({ terminal }: Errand): Asker {
  return async (question) => {
    const words = [...question.options, "no"].join(" / ");
    for (;;) {
      const answer = await terminal.ask(`? ${sayQuestion(question)}\n  ${words}: `);
      if (answer === undefined) return undefined;
      const option = optionOf(question, answer);
      if (option !== null) return option;
    }
  };
}
