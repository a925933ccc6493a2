import { useSay } from "../../content/useSay.ts";
import { hoursWords } from "../../content/words/hours.ts";

const LOOKS = {
  ready: { look: "bg-sun text-on-sun", words: hoursWords.badgeReady },
  claimed: { look: "bg-good-soft text-good", words: hoursWords.badgeClaimed },
  review: { look: "bg-info-soft text-link", words: hoursWords.badgeReview },
} as const;

/** Where a week stands, in two words. */
export function WeekBadge({ kind }: { kind: keyof typeof LOOKS }) {
  const say = useSay();
  const { look, words } = LOOKS[kind];
  return <span className={`rounded px-1.5 text-xs font-semibold whitespace-nowrap ${look}`}>{say(words)}</span>;
}
