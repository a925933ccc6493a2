import type { ReadViews } from "../../views/readViews.ts";
import type { Books, Said } from "../Books.ts";
import { expectedState } from "./expectedState.ts";
import { questionOf } from "./questionOf.ts";

/** Asks the contracts for all that follows from what happened. Null where some of that is missing. */
export async function readSaid(read: ReadViews, books: Omit<Books, "said">): Promise<Said[] | null> {
  const expected = expectedState(books);
  if (expected === null) return null;
  const answers = await read(expected.map((one) => questionOf(one, books.addresses)));
  return expected.map((one, i): Said => ({ ...one, answer: answers[i] }));
}
