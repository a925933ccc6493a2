import type { MessageDescriptor } from "@lingui/core";
import { msg, plural } from "@lingui/core/macro";
import type { Outcome } from "@one-small-town/core/verify/Finding.ts";

/** What each check and its figures are called: after the verdict. */
export const findingWords = {
  outcomes: {
    holds: msg`Adds up`,
    broken: msg`Does not add up`,
    unavailable: msg`Unavailable`,
  } satisfies Record<Outcome, MessageDescriptor>,
  unavailable: msg`unavailable`,
  check: (invariant: number) => msg`Rule ${invariant}`,
  comparison: msg`Told truly`,
  units: (amount: string, currency: string) => msg`${amount} units of ${currency}`,
  infinity: (amount: string) => msg`${amount} INFINITY`,
  shares: (amount: bigint, text: string) =>
    msg`${plural(Number(amount), { one: `${text} share`, other: `${text} shares` })}`,
};
