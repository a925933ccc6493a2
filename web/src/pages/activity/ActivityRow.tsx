import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dateTime } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { activityWords } from "../../content/words/activity.ts";
import { commonWords } from "../../content/words/common.ts";
import { blockTimeQuery } from "../../chain/blockTimeQuery.ts";
import { placeOf } from "../../chain/receipt/transactionAt.ts";
import { useSystem } from "../../chain/useSystem.ts";
import type { Activity } from "@one-small-town/core/activity/Activity.ts";
import { ActivitySign } from "./ActivitySign.tsx";
import { type Names, sentenceOf } from "./sentenceOf.ts";

/** One thing that happened: the sentence, when, and the way to its receipt. */
export function ActivityRow({ activity, names }: { activity: Activity; names: Names }) {
  const say = useSay();
  const words = sentenceOf(activity, names);
  const time = useQuery(blockTimeQuery(useSystem(), activity.blockNumber));
  if (words === null) return null;
  return (
    <li className="flex gap-3 py-3">
      <ActivitySign kind={activity.kind} />
      <div className="min-w-0 flex-1">
        <p>{say(words)}</p>
        <div className="text-soft flex min-h-11 flex-wrap items-center justify-between gap-x-4 text-sm">
          <span className="figures">
            {time.data === undefined ? time.isError && say(activityWords.noDate) : dateTime(time.data)}
          </span>
          <Link to="/receipt/$hash" params={{ hash: activity.transactionHash ?? placeOf(activity) }} className="py-2.5">
            {say(commonWords.receipt)}
          </Link>
        </div>
      </div>
    </li>
  );
}
