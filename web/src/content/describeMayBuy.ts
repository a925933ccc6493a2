import type { MessageDescriptor } from "@lingui/core";
import type { MayBuy } from "@one-small-town/core/shares/mayBuy.ts";
import type { Phase } from "@one-small-town/core/rules/enumerations.ts";
import { hasSucceeded } from "@one-small-town/core/shares/phases.ts";
import { count, dateTime, duration } from "./format.ts";
import { shareWords } from "./words/shares.ts";

/** Whether somebody may buy, or why not and when, in words; `now` in seconds. */
export function describeMayBuy(answer: MayBuy, { phase, now }: { phase: Phase; now: number }): MessageDescriptor {
  if (answer.answer === "now") return shareWords.mayBuyNow(answer.most);
  if (answer.answer === "later") {
    const say = answer.isSure ? shareWords.opensLater : shareWords.turnLater;
    return say(dateTime(answer.from), duration(answer.from - now));
  }
  if (answer.why === "atLimit") return shareWords.atLimit(count(answer.limit));
  return answer.why === "over" ? describeOver(phase) : shareWords[answer.why];
}

function describeOver(phase: Phase): MessageDescriptor {
  if (phase === "failed") return shareWords.overFailed;
  return hasSucceeded(phase) ? shareWords.overSucceeded : shareWords.over;
}
