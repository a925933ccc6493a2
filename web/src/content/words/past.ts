import { msg, plural } from "@lingui/core/macro";

/** What the pages say of the history that stands beside them, and how far it can be believed. */
export const pastWords = {
  setAside: (what: string) =>
    msg`The history beside this page does not match the contracts: “${what}” did not add up with it. It was set aside.`,
  takes: (minutes: number) =>
    msg`${plural(minutes, {
      one: "Reading from the node takes about a minute.",
      other: "Reading from the node takes about # minutes.",
    })}`,
  differs: (from: string, to: string) => msg`In blocks ${from} to ${to} the node and the history differ.`,
  wrong: {
    node: msg`The block’s receipts say that the node left something out, or told it wrong.`,
    history: msg`The block’s receipts say that the history left something out, or tells it wrong. Do not rely on it.`,
    unknown: msg`The node does not show the block’s receipts, so nobody can say which of the two is wrong.`,
  },
  ends: (date: string, days: number) =>
    msg`The history ends on ${date}; ${plural(days, {
      one: "the day since comes from the node.",
      other: "the # days since come from the node.",
    })}`,
  notLoaded: msg`The history could not be loaded. Everything else works.`,
  compared: (compared: number, all: number) =>
    msg`Sums agree. ${compared} of ${all} ranges were compared with your node.`,
  rests: msg`Times and documents outside them rest on the file.`,
};
