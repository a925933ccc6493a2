import { msg } from "@lingui/core/macro";

export const documentWords = {
  promised: msg`This is what was promised.`,
  notPromised: msg`This is not what was promised. Do not trust it.`,
  read: msg`Read it here`,
  notText: msg`This document is not plain text, so it cannot be shown here.`,
  tooLong: msg`This document is too long to be shown here.`,
  save: msg`Save it`,

  fetch: msg`Fetch it and check`,
  fetching: msg`Fetching it …`,
  open: msg`Open it at its address`,
  elsewhere: msg`It stands at this address:`,
  nowhere: msg`Nobody wrote down where it stands. Ask those who run this for a copy, then check it here.`,

  checkCopy: msg`Check a copy of your own`,
  checkCopyHelp: msg`Choose the file, or drop it here. It stays on your device.`,
  file: (title: string) => msg`File: ${title}`,

  fingerprints: msg`Fingerprints (SHA-256)`,
  onChain: msg`Promised on the chain`,
  found: msg`Of this document`,
  notYet: msg`not checked yet`,

  troubles: {
    unreachable: msg`It could not be fetched from here. Download it at its address, then check your copy below.`,
    refused: msg`This page may not fetch from that address. Download it there, then check your copy below.`,
    tooLarge: msg`It is too large to fetch here. Download it at its address, then check your copy below.`,
    fileTooLarge: msg`This file is too large to check here: the limit is 500 MB. Check it on a computer with another tool.`,
    fileUnread: msg`This file could not be read. Choose it again.`,
  },
};
