import { msg } from "@lingui/core/macro";

/** That head office is passing itself on: on the Verify page and in the audit. */
export const nextHeadOfficeWords = {
  title: msg`Head office is being handed over`,
  to: (wallet: string, from: string) => msg`${wallet} can take over head office from ${from} on.`,
  toNobody: (from: string) => msg`Head office can give itself up for ever from ${from} on.`,
  help: msg`That can be right. If nobody has told you why, ask head office before then.`,
};
