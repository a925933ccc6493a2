import { describe, expect, it } from "vitest";
import { type ReleaseCase, releaseVoice } from "./releaseVoice.ts";

function voiceOf(change: Partial<ReleaseCase>) {
  const usual: ReleaseCase = {
    held: 12,
    isInsider: false,
    isAsked: true,
    isEnded: false,
    tranche: 1,
    votedTranche: 0,
    objecting: 0,
    windingUp: 0,
  };
  return releaseVoice(Object.assign(usual, change));
}

describe("releaseVoice", () => {
  it("lets an owner object to what is asked for, and vote to wind up at any time", () => {
    expect(voiceOf({})).toEqual({ objecting: 0, windingUp: 0, mayObject: true, mayVoteWindUp: true });
    expect(voiceOf({ isAsked: false })).toMatchObject({ mayObject: false, mayVoteWindUp: true });
  });

  it("counts an objection to the tranche that is next alone", () => {
    expect(voiceOf({ votedTranche: 1, objecting: 12 })).toMatchObject({ objecting: 12, mayObject: false });
    expect(voiceOf({ votedTranche: 0, objecting: 12 })).toMatchObject({ objecting: 0, mayObject: true });
  });

  it("lets who has received more shares say it once more", () => {
    const more = voiceOf({ votedTranche: 1, objecting: 10, windingUp: 10 });

    expect(more).toEqual({ objecting: 10, windingUp: 10, mayObject: true, mayVoteWindUp: true });
  });

  it("gives none to insiders, to who has no shares, and when nothing more is paid", () => {
    for (const change of [{ isInsider: true }, { held: 0 }, { isEnded: true }]) {
      expect(voiceOf(change)).toMatchObject({ mayObject: false, mayVoteWindUp: false });
    }
  });
});
