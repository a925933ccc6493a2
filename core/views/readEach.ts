import type { Question } from "./Question.ts";
import type { ReadViews } from "./readViews.ts";

/** What each of several things is asked, and each thing with its answers. Throws where a view refuses to answer. */
export async function readEach<thing, answers extends readonly unknown[]>(
  read: ReadViews,
  things: readonly thing[],
  questionsOf: (thing: thing) => readonly Question[],
): Promise<[thing: thing, answers: answers][]> {
  const asked = things.map(questionsOf);
  const answers = await read(asked.flat());
  if (answers.includes(undefined)) throw new Error("A view refuses to answer");
  let next = 0;
  return things.map((thing, i) => [thing, answers.slice(next, (next += asked[i]?.length ?? 0)) as never]);
}
