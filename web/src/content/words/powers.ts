import { msg } from "@lingui/core/macro";
import { RELEASE_DELAY } from "@one-small-town/core/rules/Releases.ts";
import { SUCCESSION_DELAY } from "@one-small-town/core/rules/Authority.ts";
import { span } from "../format.ts";

const may = {
  townAmbassador: msg`May put forward a sale, a split of profit and who runs this, and ask for parts of the money.`,
  countryAmbassador: msg`May agree to what the Town Ambassador put forward, and to each part of the money.`,
  get headOffice() {
    return msg`May name both ambassadors and send them away, and a new one waits ${span(SUCCESSION_DELAY)}.`;
  },
  manager: msg`May ask for the next part of the money, with proof.`,
  get payout() {
    return msg`Gets each part of the money once both have agreed and ${span(RELEASE_DELAY)} have passed.`;
  },
} as const;

const mayNot = {
  townAmbassador: msg`Cannot agree to any of it alone, and cannot be paid by it.`,
  countryAmbassador: msg`Cannot ask for money, and cannot be paid by it.`,
  headOffice: msg`Cannot do their work, and cannot move money.`,
  manager: msg`Cannot agree to it, buy shares, or change who is paid.`,
  payout: msg`Cannot take more than that, and cannot buy shares.`,
} as const;

/** Who may do what for a business, and what not. */
export const powerWords = {
  who: msg`Who may do what`,
  nobody: msg`Nobody holds this now.`,
  since: (moment: string) => msg`since ${moment}`,
  plainWallet: msg`A plain wallet: one key is enough.`,
  contractWallet: msg`A contract: it may need several people.`,

  may,
  mayNot,
};
