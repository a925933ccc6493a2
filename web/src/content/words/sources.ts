import { msg } from "@lingui/core/macro";

/** Where a check has its figures from, and what no sum can show. */
export const sourcesWords = {
  sources: msg`Where the figures come from`,
  sourcesHelp: msg`Each figure is read from these contracts, through the node below. No server of ours takes part. To be surer still, look them up with a node or an explorer of your own.`,
  node: msg`Node`,
  hidden: msg`What one node could hide`,
  hiddenHelp: msg`Contracts keep no trace of these. Two nodes of different people, asked by npm run audit, must tell the same.`,
  limits: msg`What this page cannot see`,
  limitsHelp: msg`It can show that no token and no cent is missing. It cannot show that hours were truly worked, or that all profit was paid in. For that, read the evidence and the accounts that come with them. Nor does it see who signed, who sent a claim, or that head office itself gave an order: the contracts check these.`,
};
