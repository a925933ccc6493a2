import { msg } from "@lingui/core/macro";
import type { Address, Hex } from "viem";
import type { Known } from "./Sentence.ts";

type Allowance = { owner: Address; spender: Address; value: bigint };
type Signed = { authorizer: Address; nonce: Hex };

/** What a contract that takes signed messages says when it begins, and never again. */
export const signingEvents = {
  EIP712DomainChanged: () => msg`The name under which people sign for this contract was set.`,
};

/** What all tokens can do; `amount` says how much of it. */
export function tokenEvents(amount: (value: bigint, known: Known, at: Address) => string) {
  return {
    ...signingEvents,
    Approval: ({ owner, spender, value }: Allowance, known: Known, at: Address) =>
      value === 0n
        ? msg`${known.who(owner)} lets ${known.who(spender)} take no more ${amount(value, known, at)}.`
        : msg`${known.who(owner)} lets ${known.who(spender)} take up to ${amount(value, known, at)}.`,
    AuthorizationUsed: ({ authorizer }: Signed, known: Known) =>
      msg`${known.who(authorizer)} had signed for this payment, so that somebody else could send it.`,
    AuthorizationCanceled: ({ authorizer }: Signed, known: Known) =>
      msg`${known.who(authorizer)} took back a payment that was signed but not sent.`,
  };
}
