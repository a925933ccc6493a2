import { confirmSuccession } from "@one-small-town/core/members/steps.ts";
import { shortAddress } from "@one-small-town/core/text.ts";
import type { Address, Hex } from "viem";
import { readHeldTokens } from "../chain/shares/readHeldTokens.ts";
import { peopleWords } from "../content/words/people.ts";
import type { Transaction } from "./Transaction.ts";

/** One of the keys agrees that a new wallet takes the place of a lost one; with the last one, what it holds moves too. */
export const confirmMove: Transaction<{ wallet: Address; successor: Address; id: Hex }> = {
  title: ({ wallet, successor }) => peopleWords.lostConfirmTitle(shortAddress(wallet), shortAddress(successor)),
  done: () => peopleWords.lostAgreed,
  check: () => Promise.resolve(null),
  async steps({ system }, { wallet, successor, id }) {
    const label = peopleWords.lostConfirmTitle(shortAddress(wallet), shortAddress(successor));
    const tokens = await readHeldTokens(system, wallet);
    return [{ label, step: confirmSuccession(system.deployment, wallet, id, tokens) }];
  },

  /** With the last key, record, roles, rewards, INFINITY and shares are the new wallet's. */
  after: ["persons", "roles", "claims", "infinity", "shares", "dividends"],
};
