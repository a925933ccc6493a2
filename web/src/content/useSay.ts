import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react";

/** Says a sentence of `content/words` in the person's language. */
export function useSay(): (words: MessageDescriptor) => string {
  const { _ } = useLingui();
  return (words) => _(words);
}
