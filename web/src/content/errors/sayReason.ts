import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { currencyReasons } from "./currencyReasons.ts";

/** `Error(string)`: the sentence that a contract gave with its refusal. */
export function sayReason(reason: string): MessageDescriptor {
  const known = currencyReasons.find(([pattern]) => pattern.test(reason));
  if (known !== undefined) return known[1];

  return reason.trim() === ""
    ? msg`The contract refused this and did not say why. Nothing was sent. Load the page again, then try once more.`
    : msg`The contract refused this. It says: “${reason.slice(0, 200)}”. Load the page again, then try once more.`;
}
