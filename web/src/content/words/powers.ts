import { msg } from "@lingui/core/macro";

const may = {
  townAmbassador: msg`May put forward a sale, a split of profit and who runs this, and ask for parts of the money.`,
  countryAmbassador: msg`May agree to what the Town Ambassador put forward, and to each part of the money.`,
  headOffice: msg`May name both ambassadors and send them away, and steps in when one is missing for 90 days.`,
  manager: msg`May ask for the next part of the money, with proof.`,
  payout: msg`Gets each part of the money once both have agreed and seven days have passed.`,
} as const;

const mayNot = {
  townAmbassador: msg`Cannot agree to any of it alone, and cannot be paid by it.`,
  countryAmbassador: msg`Cannot ask for money, and cannot be paid by it.`,
  headOffice: msg`Cannot move money while both ambassadors are at work.`,
  manager: msg`Cannot agree to it, buy shares, or change who is paid.`,
  payout: msg`Cannot take more than that, and cannot buy shares.`,
} as const;

/** Who may do what for a business, and what not. */
export const powerWords = {
  who: msg`Who may do what`,
  nobody: msg`Nobody holds this now.`,
  since: (moment: string) => msg`since ${moment}`,
  standsIn: msg`Head office stands in.`,
  plainWallet: msg`A plain wallet: one key is enough.`,
  contractWallet: msg`A contract: it may need several people.`,

  may,
  mayNot,
};
