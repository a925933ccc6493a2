import { encodeParams } from "../../views/encodeParams.ts";
import { CODE_HASH, type Question } from "../../views/Question.ts";
import { inParallel } from "../../asking/atMost.ts";
import type { ReadViews } from "../../views/readViews.ts";
import type { Books, Said } from "../Books.ts";
import type { Expectation } from "./Expectation.ts";
import { expectedState } from "./expectedState.ts";
import { LATER } from "./laterViews.ts";
import { viewsBy } from "./views.ts";

/** So many are encoded at a time: while the node says what the first are, the next are. */
const TOGETHER = 4_000;
const AT_ONCE = 2;

/** Asks the contracts for all that follows from what happened. Null where some of that is missing. */
export async function readSaid(read: ReadViews, books: Omit<Books, "said">): Promise<Said[] | null> {
  const expected = expectedState(books);
  if (expected === null) return null;
  const parts = Array.from({ length: Math.ceil(expected.length / TOGETHER) }, (_, i) =>
    expected.slice(i * TOGETHER, (i + 1) * TOGETHER),
  );
  const said = await inParallel(parts, AT_ONCE, async (part) => {
    const answers = await read(part.map((one) => questionOf(one, books.addresses)));
    return part.map((one, i): Said => ({ ...one, answer: answers[i] }));
  });
  return said.flat();
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
