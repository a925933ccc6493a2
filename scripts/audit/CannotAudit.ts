import { plainText } from "@one-small-town/core/plainText.ts";
import { Mistake } from "../commands/Mistake.mjs";

/** Letters of the sentence. */
const MOST_WORDS = 2_000;

/** Why nothing can be checked, in a sentence for whoever asked. */
export class CannotAudit extends Mistake {
  /** A node or a file may have its word in the sentence. */
  constructor(message: string) {
    super(plainText(message, MOST_WORDS));
  }
}
