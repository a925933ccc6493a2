import { msg } from "@lingui/core/macro";
import { isAddressEqual, zeroAddress } from "viem";
import type { testDollarEvents as abi } from "@one-small-town/core/abis/testDollarEvents.ts";
import { tokenEvents } from "./commonEvents.ts";
import type { Sentences } from "./Sentence.ts";

/** What the currency of a town says, as any ERC-20: who paid what to whom. */
export const currencySentences: Sentences<typeof abi> = {
  ...tokenEvents((value, known, at) => known.inCurrency(at, value)),
  Transfer({ from, to, value }, { who, inCurrency }, at) {
    const amount = inCurrency(at, value);
    if (isAddressEqual(from, zeroAddress)) return msg`${who(to)} was given ${amount} by its issuer.`;
    if (isAddressEqual(to, zeroAddress)) return msg`${who(from)} gave ${amount} back to its issuer.`;
    return msg`${who(from)} paid ${amount} to ${who(to)}.`;
  },
};
