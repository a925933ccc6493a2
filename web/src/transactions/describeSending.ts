import type { MessageDescriptor } from "@lingui/core";
import { count } from "../content/format.ts";
import { holdingWords, type Place } from "../content/words/holdings.ts";
import { type SendProblem, type Sending, whyNotSend } from "@one-small-town/core/shares/maySend.ts";

/** Why shares cannot be sent, in words, and what to do; null when they can. */
export function describeSending(sending: Sending, place: Place): MessageDescriptor | null {
  const words: Record<SendProblem, MessageDescriptor> = {
    locked: holdingWords.sendLocked,
    self: holdingWords.sendSelf,
    unattested: holdingWords.sendUnattested,
    outOfScope: holdingWords.sendOutOfScope(sending.scope, place),
    pledged: holdingWords.sendPledged,
    tooMany: holdingWords.sendTooMany(count(sending.held)),
  };
  const problem = whyNotSend(sending);
  return problem === null ? null : words[problem];
}
