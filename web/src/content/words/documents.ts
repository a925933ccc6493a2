import { msg } from "@lingui/core/macro";

export const documentWords = {
  promised: msg`This is what was promised.`,
  notPromised: msg`This is not what was promised. Do not trust it.`,
  read: msg`Read it here`,

  fetch: msg`Fetch it and check`,
  fetching: msg`Fetching it …`,
  elsewhere: msg`It stands at this address:`,
  nowhere: msg`Nobody wrote down where it stands. Ask those who run this for a copy, then check it below.`,
  check: msg`Check a copy of your own`,
};
