import { msg } from "@lingui/core/macro";
import { DEED_DELAY } from "@one-small-town/core/rules/ProfitSplitter.ts";
import { capitalised, span } from "../format.ts";

export const deedChangeWords = {
  change: (moment: string) => msg`From ${moment} on, profit is shared like this:`,
  get proposed() {
    return msg`This was put forward and still needs the second key. ${capitalised(span(DEED_DELAY))} after that, profit is shared like this:`;
  },
};
