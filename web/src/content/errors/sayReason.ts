import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { plainText } from "@one-small-town/core/plainText.ts";

/** Currencies answer in words of their own; those that people meet are said in ours. */
export const currencyReasons: [RegExp, MessageDescriptor][] = [
  [
    /exceeds allowance|insufficient allowance/i,
    msg`You have not allowed enough for this. Go through the steps again, and allow the full sum in your wallet.`,
  ],
  [
    /exceeds balance|insufficient balance|not enough balance/i,
    msg`Your wallet does not hold enough of this currency. Choose less, or top it up first.`,
  ],
  [
    /blacklist|blocklist|denylist|frozen/i,
    msg`The issuer of this currency has blocked a wallet that takes part. Ask the issuer, or use another wallet.`,
  ],
  [/paused/i, msg`The issuer of this currency has paused it. Nothing can be paid now. Try again later.`],
  [/signature|permit/i, msg`The currency did not accept what you signed. Sign once more in your wallet.`],
  [/authorization/i, msg`What you signed for the currency is not good now. Sign once more in your wallet.`],
];

/** `Error(string)`: the sentence that a contract gave with its refusal. */
export function sayReason(reason: string): MessageDescriptor {
  const known = currencyReasons.find(([pattern]) => pattern.test(reason));
  if (known !== undefined) return known[1];

  return reason.trim() === ""
    ? msg`The contract refused this and did not say why. Nothing was sent. Load the page again, then try once more.`
    : msg`The contract refused this. It says: “${plainText(reason, 200)}”. Load the page again, then try once more.`;
}
