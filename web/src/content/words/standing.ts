import { msg } from "@lingui/core/macro";

/** Why no new hours come to somebody with a member number. */
export const standingWords = {
  suspendedTitle: msg`You are suspended`,
  suspendedHelp: msg`While this lasts, no hours can be logged for you. What you earned stays yours. Ask at the town office what you can do: the Country Ambassador can undo it.`,
  leftTitle: (town: string) => msg`You are no member of ${town} now`,
  leftHelp: msg`You left, or you moved here again. What you earned stays yours, and so does your number. A registrar can let you join again.`,
};
