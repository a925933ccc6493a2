import type { Step } from "@one-small-town/core/Step.ts";
import { decisionWords } from "../content/words/decisions.ts";
import type { Transaction } from "./Transaction.ts";

/** Sends what somebody else has signed. Whether it still counts the contract says when it is tried out, before any prompt. */
export const sendSignedWord: Transaction<Step> = {
  title: () => decisionWords.sendTitle,
  done: () => decisionWords.sendDone,
  check: () => Promise.resolve(null),
  steps: (_, step) => Promise.resolve([{ label: decisionWords.sendTitle, step }]),

  /** It may be any of the votes: on a payment of a fund, on the money of a sale, or against a new wallet. */
  after: ["funds", "releases", "shares", "persons"],
};
