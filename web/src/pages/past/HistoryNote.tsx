import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { pastQuery } from "../../chain/past/pastQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { date, daysSince } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { pastWords } from "../../content/words/past.ts";

/** Until when the history tells what stands here. */
export function HistoryNote() {
  const say = useSay();
  const [now] = useState(() => Date.now() / 1000);
  const { data: past } = useQuery(pastQuery(useSystem()));
  if (past === undefined) return null;
  return (
    <p className="text-soft max-w-prose">
      {past === null ? say(pastWords.notLoaded) : say(pastWords.ends(date(past.to), daysSince(past.to, now)))}
    </p>
  );
}
