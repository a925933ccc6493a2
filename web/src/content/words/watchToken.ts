import { msg } from "@lingui/core/macro";

export const watchTokenWords = {
  add: (symbol: string) => msg`Add ${symbol} to my wallet`,
  added: (symbol: string) => msg`Your wallet now shows ${symbol}.`,
  refused: msg`You said no in your wallet. Nothing has changed: what you own is yours, shown or not.`,
  unable: (symbol: string) =>
    msg`This wallet cannot add it for you. To see ${symbol}, add this token address in your wallet by hand:`,
};
