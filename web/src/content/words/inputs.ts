import { msg } from "@lingui/core/macro";
import type { SharesProblem } from "../../lib/shares/readShares.ts";

const shares: Record<SharesProblem, ReturnType<typeof msg>> = {
  empty: msg`Type how many shares.`,
  notANumber: msg`Type a number, such as 3.`,
  fraction: msg`Shares are whole. Type a number without a point, such as 3.`,
  zero: msg`Type 1 or more.`,
  tooLarge: msg`That is more shares than there can be. Type a smaller number.`,
};

export const inputWords = { shares };
