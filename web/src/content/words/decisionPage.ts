import { msg } from "@lingui/core/macro";

export const decisionPageWords = {
  title: msg`To decide`,
  connectTitle: msg`See what you can decide`,
  connectHelp: msg`Connect your wallet. You will see which payments you can stop, what your shares can vote on, and what others ask for about you.`,
};
