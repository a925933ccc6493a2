import { msg } from "@lingui/core/macro";
import { shortAddress } from "@one-small-town/core/text.ts";
import { dateTime, money } from "../format.ts";
import type { ErrorName, Sentences } from "./Sentence.ts";

/** What the tokens of all folders share, most of it from OpenZeppelin. */
type TokensError = Extract<
  ErrorName,
  | `ECDSA${string}`
  | `ERC${string}`
  | `Invalid${string}`
  | `Money${string}`
  | `ReentrancyGuard${string}`
  | `Safe${string}`
  | `String${string}`
>;

const badSignature = msg`The signature is not a good one. Sign once more in your wallet.`;
const otherSigner = msg`Another wallet signed this than the one that pays. Sign once more with the wallet that pays.`;
const noAddress = msg`The address is missing or cannot be used. Enter another one.`;

export const tokensErrors: Sentences<TokensError> = {
  ECDSAInvalidSignature: () => badSignature,
  ECDSAInvalidSignatureLength: () => badSignature,
  ECDSAInvalidSignatureS: () => badSignature,
  ERC20InsufficientAllowance: ([, allowance, needed], unit) =>
    unit === undefined
      ? msg`You have not allowed enough for this. Go through the steps again, and allow the full sum in your wallet.`
      : msg`You have allowed ${money(allowance, unit)}, but this needs ${money(needed, unit)}. Go through the steps again, and allow the full sum.`,
  ERC20InsufficientBalance: ([sender, balance, needed], unit) =>
    unit === undefined
      ? msg`The wallet ${shortAddress(sender)} does not hold enough for this. Choose a smaller number, or top it up first.`
      : msg`The wallet ${shortAddress(sender)} holds ${money(balance, unit)}, but this needs ${money(needed, unit)}. Choose less, or top it up first.`,
  ERC20InvalidApprover: () => noAddress,
  ERC20InvalidReceiver: ([receiver]) =>
    msg`Nothing can be sent to the address ${shortAddress(receiver)}. Enter the wallet of a person.`,
  ERC20InvalidSender: () => noAddress,
  ERC20InvalidSpender: () => noAddress,
  ERC2612ExpiredSignature: ([deadline]) =>
    msg`What you signed was good until ${dateTime(Number(deadline))}. Sign once more.`,
  ERC2612InvalidSigner: () => otherSigner,
  ERC3009InvalidAuthorizationTime: ([validAfter, validBefore]) =>
    msg`What you signed is good from ${dateTime(Number(validAfter))} to ${dateTime(Number(validBefore))}, not now. Sign once more.`,
  ERC3009InvalidSignature: () => badSignature,
  ERC3009UsedAuthorization: () =>
    msg`What you signed was used before. Look at your wallet: it may be done. If not, sign once more.`,
  ERC5267ExtensionsNotSupported: () =>
    msg`This wallet signs in a way that the contract does not know. Try another wallet.`,
  InvalidAccountNonce: () =>
    msg`What you signed is out of date, or was used before. Load the page again, and sign once more.`,
  InvalidShortString: () => msg`A name could not be read. Load the page again, then try once more.`,
  MoneyNotReceivedInFull: ([, asked, before, after], unit) =>
    unit === undefined
      ? msg`This currency did not hand over the full sum. It may take a fee, and then it cannot be used here. Nothing was paid.`
      : msg`This currency handed over ${money(after - before, unit)} in place of ${money(asked, unit)}. It may take a fee, and then it cannot be used here. Nothing was paid.`,
  ReentrancyGuardReentrantCall: () =>
    msg`Two calls came at once, and only one may run. Nothing was changed. Try again.`,
  SafeCastOverflowedUintDowncast: () => msg`The number is too large. Enter a smaller one.`,
  SafeERC20FailedOperation: ([token]) =>
    msg`The currency at ${shortAddress(token)} refused to pay. Check that your wallet holds enough and is not blocked, then try again.`,
  StringTooLong: ([text]) => msg`This text is too long: “${text}”. Make it shorter.`,
};
