import { hexOf } from "@one-small-town/core/hex.ts";
import type { Question } from "@one-small-town/core/views/Question.ts";
import { viewReader } from "@one-small-town/core/views/readViews.ts";
import type { Provider } from "ethers";
import { askOf } from "./askOf.ts";

/**
 * Those of many for which something holds by what a view says of each: fifty are asked in one request, all at one block.
 * What a view refuses to say is undefined.
 */
export async function those<T>(
  provider: Provider,
  all: readonly T[],
  question: (one: T) => Question,
  holds: (answer: unknown, one: T) => boolean,
): Promise<T[]> {
  const read = viewReader(askOf(provider), hexOf(await provider.getBlockNumber()));
  const answers = await read(all.map(question));
  return all.filter((one, i) => holds(answers[i], one));
}
