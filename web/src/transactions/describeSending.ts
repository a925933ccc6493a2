import type { MessageDescriptor } from "@lingui/core";
import { count } from "../content/format.ts";
import { holdingWords, type Place } from "../content/words/holdings.ts";
import { type Sending, whyNotSend } from "../lib/shares/whyNotSend.ts";

/** Why shares cannot be sent, in words, and what to do; null when they can. */
export function describeSending(sending: Sending, place: Place): MessageDescriptor | null {
  switch (whyNotSend(sending)) {
    case null:
      return null;
    case "locked":
      return holdingWords.sendLocked;
    case "self":
      return holdingWords.sendSelf;
    case "unattested":
      return holdingWords.sendUnattested;
    case "outOfScope":
      return holdingWords.sendOutOfScope(sending.scope, place);
    case "tooMany":
      return holdingWords.sendTooMany(count(sending.held));
  }
}
