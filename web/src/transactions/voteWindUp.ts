import { voteWindUp as voteStep } from "@one-small-town/core/shares/steps.ts";
import { readReleaseDecision } from "../chain/decisions/releaseDecisionsQuery.ts";
import type { ShareToken } from "../chain/shares/shareTokensQuery.ts";
import { decisionWords } from "../content/words/decisions.ts";
import { voiceIn } from "./releaseVoices.ts";
import type { Transaction } from "./Transaction.ts";

/** An owner votes, with all their shares, to have what is left of a sale's money paid to the owners. */
export const voteWindUp: Transaction<ShareToken> = {
  title: ({ name }) => decisionWords.voteEndTitle(name),
  done: ({ name }) => decisionWords.voteEndDone(name),

  async check({ system, address }, token) {
    const fresh = await readReleaseDecision(system, token, address);
    if (fresh === null) return decisionWords.sharesGone;
    if (fresh.windUpFrom > 0) return decisionWords.endBegun;
    if (fresh.isInsider) return decisionWords.insider;
    return voiceIn(fresh).mayVoteWindUp ? null : decisionWords.saidAlready;
  },

  steps: ({ system }, { offering, name }) =>
    Promise.resolve([{ label: decisionWords.voteEndTitle(name), step: voteStep(system.deployment, offering) }]),

  /** The vote counts, and may begin the end of payments; the shares that say it cannot be sent meanwhile. */
  after: ["releases", "shares"],
};
