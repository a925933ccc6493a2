import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/** `Panic(uint256)`: what Solidity itself refuses to do, by its code. */
export function sayPanic(code: number): MessageDescriptor {
  switch (code) {
    case 0x11:
      return msg`A number was too large or too small to work with. Change what you entered, then try again.`;
    case 0x12:
      return msg`Something would have been split by zero. Change what you entered, then try again.`;
    case 0x21:
    case 0x32:
      return msg`Something was asked for that is not there. Load the page again, then try once more.`;
    default:
      return msg`A check inside the contract failed (code ${String(code)}). Nothing was changed. Please tell who runs this page.`;
  }
}
