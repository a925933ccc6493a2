import { msg } from "@lingui/core/macro";
import type { AddressProblem } from "@one-small-town/core/members/addresses.ts";
import type { SharesProblem } from "@one-small-town/core/shares/readShares.ts";

const shares: Record<SharesProblem, ReturnType<typeof msg>> = {
  empty: msg`Type how many shares.`,
  notANumber: msg`Type a number, such as 3.`,
  fraction: msg`Shares are whole. Type a number without a point, such as 3.`,
  zero: msg`Type 1 or more.`,
  tooLarge: msg`That is more shares than there can be. Type a smaller number.`,
};

const address: Record<AddressProblem, ReturnType<typeof msg>> = {
  empty: msg`Paste the address of the wallet.`,
  name: msg`Names do not work here. Paste the address itself: it begins with 0x.`,
  notAnAddress: msg`This is no wallet address. It begins with 0x and has 42 characters. Copy it again.`,
  checksum: msg`A letter of this address is wrong. Copy it again.`,
};

export const inputWords = { shares, address };
