import { msg } from "@lingui/core/macro";

/** A file that somebody gives as a document: the chain keeps its mark and its address. */
export const documentInputWords = {
  empty: msg`This file is empty. Choose another.`,
  large: msg`This file is too large. Choose one below 50 megabytes.`,
  unread: msg`This file cannot be read. Choose it again.`,
  mark: (name: string) => msg`The mark of ${name}:`,
  address: msg`Where others can read it`,
  addressHint: msg`The file stays on this device. Put a copy on the web or on IPFS, and write its address here: https://… or ipfs://…`,
  addressOrNone: msg`Where others can read it, if you like`,
  shortHint: msg`It is short, so its words go on the chain as they are. All the world can read them there. You can also write an address: https://… or ipfs://…`,
  badAddress: msg`Write an address that starts with https:// or ipfs://.`,
};
