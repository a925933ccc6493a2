import { msg } from "@lingui/core/macro";

/** Who holds the two keys of a town. */
export const keyWords = {
  keys: msg`Who holds the keys`,
  keysHelp: msg`A sale, a split of profit, and each payment out of a sale or the town fund need two people. If one is missing, the town rests until head office has named another.`,
  townAmbassador: msg`Town Ambassador`,
  countryAmbassador: (country: string) => msg`Ambassador of ${country}`,
  noHolder: msg`Nobody holds this key now.`,
  takesOver: (moment: string) => msg`Takes over on ${moment}:`,
  isActive: msg`Both keys are held: this town is at work.`,
};
