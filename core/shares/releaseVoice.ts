/** What decides what an owner of shares may say about a sale's money that is still to go to the business. */
export type ReleaseCase = {
  held: number;
  /** Whether they run the business, are paid for it, or decide about it: then they have no voice. */
  isInsider: boolean;
  /** Whether the next tranche is asked for. */
  isAsked: boolean;
  /** Whether no more goes to the business, because a winding up has begun or nothing is left. */
  isEnded: boolean;
  /** The tranche that is next, counted from 0, and the one they objected to last. */
  tranche: number;
  votedTranche: number;
  /** Shares with which they objected then, and with which they want to wind up. */
  objecting: number;
  windingUp: number;
};

/** What an owner can say, and has said. */
export type ReleaseVoice = {
  /** Shares with which their objection to the next tranche stands; their vote to wind up. */
  objecting: number;
  windingUp: number;
  mayObject: boolean;
  mayVoteWindUp: boolean;
};

/** One objects or votes with all shares; who has received more since does it once more. */
export function releaseVoice(one: ReleaseCase): ReleaseVoice {
  const objecting = !one.isEnded && one.tranche === one.votedTranche ? one.objecting : 0;
  const windingUp = one.isEnded ? 0 : one.windingUp;
  const hasVoice = one.held > 0 && !one.isInsider && !one.isEnded;
  return {
    objecting,
    windingUp,
    mayObject: hasVoice && one.isAsked && objecting < one.held,
    mayVoteWindUp: hasVoice && windingUp < one.held,
  };
}
