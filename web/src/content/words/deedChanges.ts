import { msg } from "@lingui/core/macro";

export const deedChangeWords = {
  change: (moment: string) => msg`From ${moment} on, profit is shared like this:`,
  proposed: msg`This was put forward and still needs the second key. Seven days after that, profit is shared like this:`,
};
