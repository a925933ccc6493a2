import { msg } from "@lingui/core/macro";

/** What is said of the accounts of a business. */
export const accountsWords = {
  accounts: msg`Accounts that came in`,
  noAccounts: msg`No accounts have come in yet.`,
  by: (moment: string) => msg`Paid in on ${moment} by those who run it.`,
  byOther: (moment: string) =>
    msg`Paid in on ${moment} by somebody else. It does not count as accounts of the business.`,
};
