import { msg } from "@lingui/core/macro";

/** What somebody earned where they lived before, or inherited. */
export const formerWords = {
  formerTitle: (number: number, town: string) => msg`Your number ${number} of ${town}, from before`,
  formerHelp: (town: string) =>
    msg`You lived in ${town} before. What you earned there stays yours, and you can claim it at any time.`,
  inheritedTitle: (number: number, town: string) => msg`Number ${number} of ${town}, which came to you`,
  inheritedHelp: msg`Its member died and left everything to your wallet. What they earned is yours to claim.`,
};
