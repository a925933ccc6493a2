import { encodeParams } from "../../views/encodeParams.ts";
import { CODE_HASH, type Question } from "../../views/Question.ts";
import type { ReadViews } from "../../views/readViews.ts";
import type { Books, Said } from "../Books.ts";
import type { Expectation } from "./Expectation.ts";
import { expectedState } from "./expectedState.ts";
import { LATER } from "./laterViews.ts";
import { viewsBy } from "./views.ts";

/** Asks the contracts for all that follows from what happened. Null where some of that is missing. */
export async function readSaid(read: ReadViews, books: Omit<Books, "said">): Promise<Said[] | null> {
  const expected = expectedState(books);
  if (expected === null) return null;
  const answers = await read(expected.map((one) => questionOf(one, books.addresses)));
  return expected.map((one, i): Said => ({ ...one, answer: answers[i] }));
}

const viewNamed = viewsBy(LATER);

/** Answers of any length are encoded here, so that a hash proves them too; what it proves is not decoded again. */
function questionOf({ contract, view, args, must, likely, at }: Expectation, addresses: Books["addresses"]): Question {
  const asked = view === "code" ? CODE_HASH : viewNamed(contract, view);
  const { inputs, outputs } = asked;
  const whole = likely ?? must;
  const answer = tried(() => encodeParams(outputs, outputs.length === 1 ? [whole] : (whole as readonly unknown[])));
  return {
    target: at ?? addresses[contract],
    view: asked,
    args,
    encoded: { args: encodeParams(inputs, args), must: answer, whole },
  };
}

/** Null where only a part of an answer is known. */
function tried(encode: () => string): string | null {
  try {
    return encode();
  } catch {
    return null;
  }
}
