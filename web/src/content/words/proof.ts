import { msg } from "@lingui/core/macro";

/** What stands around a check: who may look again, and how. */
export const proofWords = {
  pageOf: (town: string) => msg`Verify ${town}`,
  inPage: msg`Your browser lets no helper do the sums, so this page does them. It may stand still for a while.`,
  newest: msg`Check the newest block`,
  allTowns: msg`Check all towns`,
};
