import { type ReleaseVoice, releaseVoice } from "@one-small-town/core/shares/releaseVoice.ts";
import type { ReleaseDecision } from "../chain/decisions/releaseDecisionsQuery.ts";

/** What an owner of shares can say to what is decided now, and has said. */
export function voiceIn({ held, isInsider, request, vote, left, windUpFrom }: ReleaseDecision): ReleaseVoice {
  return releaseVoice({
    held,
    isInsider,
    isAsked: request.asked !== null,
    isEnded: windUpFrom > 0 || left === 0n,
    tranche: request.tranche,
    votedTranche: vote.tranche,
    objecting: vote.objecting,
    windingUp: vote.windingUp,
  });
}
