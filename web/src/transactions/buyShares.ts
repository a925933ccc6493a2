import { readBlock } from "../chain/readBlock.ts";
import { money, type Unit } from "../content/format.ts";
import { describeMayBuy } from "../content/describeMayBuy.ts";
import { shareWords } from "../content/words/shares.ts";
import { readBuyer } from "../chain/shares/buyerQuery.ts";
import { type Offering, readOffering } from "../chain/shares/offeringQuery.ts";
import { mayBuy } from "@one-small-town/core/shares/mayBuy.ts";
import { buyShares as buyStep } from "@one-small-town/core/shares/holderSteps.ts";
import { allowIfNeeded } from "./allow.ts";
import type { Transaction } from "./Transaction.ts";

type Input = { offering: Offering; shares: number; unit: Unit };

/** Buys shares: allows the offering exactly the price, then buys. */
export const buyShares: Transaction<Input> = {
  title: ({ offering, shares }) => shareWords.buyTitle(shares, offering.name),
  done: ({ offering, shares }) => shareWords.bought(shares, offering.name),

  async check({ system, address }, { offering, shares, unit }) {
    // All in one moment: the business, the token and the currency of a sale stay what they are.
    const [fresh, buyer, block] = await Promise.all([
      readOffering(system, offering.id),
      readBuyer(system, offering, address),
      readBlock(system.client),
    ]);
    if (fresh === null || fresh.phase !== offering.phase) return shareWords.phaseChanged;
    const now = block.timestamp;
    const answer = mayBuy(fresh, buyer, now);
    if (answer.answer !== "now") return describeMayBuy(answer, { phase: fresh.phase, now });
    if (shares > answer.most) return shareWords.aboveMost(String(answer.most));

    const price = fresh.price * BigInt(shares);
    return price > buyer.money ? shareWords.tooLittleMoney(money(price, unit), money(buyer.money, unit)) : null;
  },

  async steps(actor, { offering, shares, unit }) {
    const { deployment } = actor.system;
    const { currency } = offering;
    const amount = offering.price * BigInt(shares);
    const allowance = await allowIfNeeded(actor, {
      currency,
      spender: deployment.addresses.ShareOffering,
      amount,
      label: money(amount, unit),
    });
    const step = buyStep(deployment, offering.id, shares);
    return [...allowance, { label: shareWords.buyStep(shares), step, spends: { currency, amount } }];
  },

  /**
   * The allowance and the price are money. The shares are new, so that supply and holders change, and the sale has sold
   * more; its phase ends with its time alone. Deed and documents stay: they were settled before it opened.
   */
  after: ["sales", "shares", "money"],
};
