import type { Question } from "../../views/Question.ts";
import type { Books } from "../Books.ts";
import type { Expectation } from "./Expectation.ts";
import { FIRST, viewsBy } from "./views.ts";

type Asked = Pick<Expectation, "contract" | "view" | "args"> & Partial<Pick<Expectation, "must" | "at">>;

const viewNamed = viewsBy(FIRST);

/** What to ask of a contract of the deployment for the first verdict, and what it must say where that is known. */
export function questionOf({ contract, view, args, must, at }: Asked, addresses: Books["addresses"]): Question {
  return { target: at ?? addresses[contract], view: viewNamed(contract, view), args, must };
}
