/** Milliseconds of the first wait, and of the longest that a node is given without having asked for it. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 15_000;

/** Milliseconds between two questions to a node that is silent, at most: asking it is no burden. */
const LONGEST_SILENCE = 2_000;

/** Milliseconds between two questions once a node asked for patience, and at most. */
const FIRST_GAP = 40;
const LONGEST_GAP = 2_000;

/**
 * When a node may be asked next: one wait for all questions to it, so that those who wait do not all come back at once.
 * Each "not now" makes the waits longer, the first after an answer the gaps between questions; answers shorten the gaps.
 */
export function paceOf() {
  let resumesAt = 0;
  let nextAt = 0;
  let refusedAt = 0;
  let gap = 0;
  let waits = 0;
  let refusedSince = Number.POSITIVE_INFINITY;
  let silences = 0;
  return {
    /** Waits for its turn. Returns when that was. */
    async turn(): Promise<number> {
      for (;;) {
        const now = Date.now();
        const at = Math.max(now, resumesAt, nextAt);
        nextAt = gap === 0 ? 0 : at + gap;
        if (at > now) await new Promise((resolve) => setTimeout(resolve, at - now));
        if (Date.now() >= resumesAt) return Date.now();
      }
    },

    /** The node asked for patience, or was silent, `asked` then. Returns when it may be asked again. */
    refused(
      asked: number,
      { wanted, isSilent = false }: { wanted?: number | undefined; isSilent?: boolean } = {},
    ): number {
      const now = Date.now();
      refusedSince = Math.min(refusedSince, now);
      // Those on their way when the first of them was refused say the same once more.
      if (asked >= refusedAt) {
        refusedAt = now;
        if (isSilent) silences++;
        if (waits === 0) gap = Math.min(Math.max(gap * 1.5, FIRST_GAP), LONGEST_GAP);
        const wait = Math.min(FIRST_WAIT * 2 ** waits++, isSilent ? LONGEST_SILENCE : LONGEST_WAIT);
        resumesAt = Math.max(resumesAt, now + wait * (0.75 + Math.random() / 2));
      }
      if (wanted !== undefined) resumesAt = Math.max(resumesAt, now + wanted);
      return resumesAt;
    },

    /** Since when there was no answer but refusals and silence; infinite after an answer. */
    refusedSince: () => refusedSince,

    /** How often it was silent since the last answer, one after the other. */
    silences: () => silences,

    answered(): void {
      waits = 0;
      silences = 0;
      refusedSince = Number.POSITIVE_INFINITY;
      gap = gap < FIRST_GAP / 2 ? 0 : gap * 0.85;
    },
  };
}
