import { readBlock } from "../chain/readBlock.ts";
import { dateTime, money, type Unit } from "../content/format.ts";
import { shareWords } from "../content/words/shares.ts";
import { readBuyer } from "../chain/shares/buyerQuery.ts";
import { type Offering, readOffering } from "../chain/shares/offeringQuery.ts";
import { cancelUntil } from "@one-small-town/core/shares/phases.ts";
import { cancelPurchase as cancelStep } from "@one-small-town/core/shares/holderSteps.ts";
import type { Transaction } from "./Transaction.ts";

type Input = { offering: Offering; shares: number; unit: Unit };

/** Gives shares back while the sale runs, for exactly what was paid. */
export const cancelPurchase: Transaction<Input> = {
  title: ({ offering, shares }) => shareWords.cancelTitle(shares, offering.name),
  done: ({ offering, shares, unit }) => shareWords.cancelled(shares, money(offering.price * BigInt(shares), unit)),

  async check({ system, address }, { offering, shares }) {
    const fresh = await readOffering(system, offering.id);
    const until = fresh === null ? null : cancelUntil(fresh);
    if (fresh === null || until === null) return shareWords.phaseChanged;
    const [{ held }, { timestamp }] = await Promise.all([readBuyer(system, fresh, address), readBlock(system.client)]);
    if (timestamp >= until) return shareWords.cancelTooLate(dateTime(until));
    return shares > held ? shareWords.cancelAboveHeld(String(held)) : null;
  },

  steps: ({ system }, { offering, shares }) =>
    Promise.resolve([
      {
        label: shareWords.cancelTitle(shares, offering.name),
        step: cancelStep(system.deployment, offering.id, shares),
      },
    ]),

  /** The other way round: shares go, the price comes back out of escrow, and the sale has sold less. */
  after: ["sales", "shares", "money"],
};
