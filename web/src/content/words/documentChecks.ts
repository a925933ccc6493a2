import { msg } from "@lingui/core/macro";

/** What is said while a document is checked; loaded when somebody does. */
export const documentCheckWords = {
  help: msg`Choose the file, or drop it here. It stays on your device.`,
  file: (title: string) => msg`File: ${title}`,

  open: msg`Open it at its address`,
  notText: msg`This document is not plain text, so it cannot be shown here.`,
  isCut: msg`This document is very long: you can read only its beginning here. Save it to read the whole.`,
  save: msg`Save it`,

  fingerprints: msg`Fingerprints (SHA-256)`,
  onChain: msg`Promised on the chain`,
  found: msg`Of this document`,
  notYet: msg`not checked yet`,

  troubles: {
    unreachable: msg`It could not be fetched from here. Download it at its address, then check your copy below.`,
    refused: msg`This page may not fetch from that address. Download it there, then check your copy below.`,
    tooLarge: msg`It is too large to fetch here. Download it at its address, then check your copy below.`,
    noGateway: msg`This page knows no gateway to IPFS. Ask those who run this for a copy, then check it below.`,
    notLoaded: msg`The part of this page that checks documents did not load. Check your connection, then try again.`,
    fileTooLarge: msg`This file is too large to check here: the limit is 500 MB. Check it on a computer with another tool.`,
    fileUnread: msg`This file could not be read. Choose it again.`,
  },
};
