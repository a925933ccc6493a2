import { objectToRelease as objectStep } from "@one-small-town/core/shares/steps.ts";
import { readReleaseDecision } from "../chain/decisions/releaseDecisionsQuery.ts";
import type { ShareToken } from "../chain/shares/shareTokensQuery.ts";
import { count } from "../content/format.ts";
import { decisionWords } from "../content/words/decisions.ts";
import { voiceIn } from "./releaseVoices.ts";
import type { Transaction } from "./Transaction.ts";

/** `tranche` is the one that the person was shown, counted from 0. */
export type ReleaseObjection = { token: ShareToken; tranche: number };

/** An owner says no, with all their shares, to the part of a sale's money that is asked for. */
export const objectToRelease: Transaction<ReleaseObjection> = {
  title: ({ token, tranche }) => decisionWords.objectPartTitle(count(tranche + 1), token.name),
  done: ({ token, tranche }) => decisionWords.objectPartDone(count(tranche + 1), token.name),

  async check({ system, address }, { token, tranche }) {
    const fresh = await readReleaseDecision(system, token, address);
    if (fresh === null) return decisionWords.sharesGone;
    if (fresh.windUpFrom > 0) return decisionWords.endBegun;
    if (fresh.isInsider) return decisionWords.insider;
    if (fresh.request.asked === null || fresh.request.tranche !== tranche) return decisionWords.partGone;
    return voiceIn(fresh).mayObject ? null : decisionWords.saidAlready;
  },

  steps: ({ system }, { token, tranche }) =>
    Promise.resolve([
      {
        label: decisionWords.objectPartTitle(count(tranche + 1), token.name),
        step: objectStep(system.deployment, token.offering),
      },
    ]),

  /** The vote counts, and may stop the part; the shares that say it cannot be sent meanwhile. */
  after: ["releases", "shares"],
};
