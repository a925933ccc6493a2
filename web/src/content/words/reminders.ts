import { msg } from "@lingui/core/macro";

/** What stands in a person's own calendar: short titles, and what to do. */
export const reminderWords = {
  save: msg`Add to my calendar`,
  opens: (name: string) => msg`${name}: the sale of shares opens`,
  opensHelp: msg`From now on the people of the town can buy.`,
  localEnds: (name: string) => msg`${name}: the town’s turn to buy ends`,
  countryEnds: (name: string) => msg`${name}: the country’s turn to buy ends`,
  worldEnds: (name: string) => msg`${name}: the sale of shares ends`,
  endsHelp: msg`Buy before this if you want shares. Look at the page to see how many are left.`,
  cancelEnds: (name: string) => msg`${name}: last moment to give shares back`,
  cancelHelp: msg`Until now you can give back what you bought in this sale, for what you paid.`,
  tranche: (name: string, part: string) => msg`${name}: part ${part} of the sale’s money can be paid`,
  trancheHelp: msg`If you own shares and do not want this, say no before.`,
  spending: (name: string) => msg`Last moment to say no to ${name}`,
  spendingHelp: (town: string) => msg`Members of ${town} with a vote can stop this payment before.`,
  succession: msg`Last moment to keep your wallet`,
  successionHelp: msg`Somebody asks for another wallet in your place. Say no before this if that is wrong.`,
  weekEnds: msg`The week of hours ends`,
  weekEndsHelp: msg`Hours after this count for the next week.`,
  reviewEnds: (week: string, town: string) => msg`${town}: the review of ${week} ends`,
  reviewEndsHelp: msg`Look at the hours before this. If some are wrong, tell a coordinator or an ambassador.`,
};
