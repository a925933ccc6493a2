import type { HistoryState } from "../../chain/verify/CheckMessages.ts";
import { date, daysSince } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { pastWords } from "../../content/words/past.ts";
import { checkHeadings } from "../../content/words/checkHeadings.ts";

/** What the history beside the page is worth, in a sentence or two. */
export function HistoryLine({ history }: { history: HistoryState }) {
  const say = useSay();
  const words = useWords(history);
  const isBad = history.state === "setAside" || history.state === "differs";
  return (
    <p role="status" className={`max-w-prose text-sm ${isBad ? "text-warn font-medium" : "text-soft"}`}>
      {words.map((sentence) => say(sentence)).join(" ")}
    </p>
  );
}

function useWords(history: HistoryState) {
  const say = useSay();
  if (history.state === "notLoaded") return [pastWords.notLoaded];
  if (history.state === "setAside") {
    return [pastWords.setAside(say(checkHeadings[history.check].title)), pastWords.takes(history.minutes)];
  }
  if (history.state === "differs") {
    return [pastWords.differs(String(history.from), String(history.to)), pastWords.wrong[history.wrong]];
  }
  const { to, now, compared, all } = history;
  return [pastWords.compared(compared, all), pastWords.rests, pastWords.ends(date(to), daysSince(to, now))];
}
