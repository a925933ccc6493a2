import { msg } from "@lingui/core/macro";

/** What has come of a claim. */
export const claimWords = {
  done: (what: string) => msg`You claimed ${what}. It is in your wallet.`,
  paidBefore: msg`Nothing more was paid: somebody had this claim paid to you before. Look at My activity.`,
};
