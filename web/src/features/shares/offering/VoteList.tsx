import { WINDING_UP_PART } from "@one-small-town/core/rules/Releases.ts";
import type { ReleaseRequest } from "../../../chain/shares/requestQuery.ts";
import { count, dateTime } from "../../../content/format.ts";
import { useSay } from "../../../content/useSay.ts";
import { shareWords } from "../../../content/words/shares.ts";

/** What the owners of shares decide on now: what is asked for, how many say no to it, and how many want to end it all. */
export function VoteList({ request }: { request: ReleaseRequest }) {
  const say = useSay();
  const { objecting, windingUp, votable, blockingPart } = request;
  const toBlock = Math.max(1, Math.ceil(votable / blockingPart));
  const toWindUp = Math.floor(votable / WINDING_UP_PART) + 1;
  return (
    <ul className="figures list-disc space-y-1.5 ps-5">
      <li>{say(askedWords(request))}</li>
      <li>{say(shareWords.sayNo(objecting, count(votable), count(toBlock)))}</li>
      <li>{say(shareWords.wantEnd(windingUp, count(votable), count(toWindUp)))}</li>
    </ul>
  );
}

function askedWords({ tranche, asked, askableFrom }: ReleaseRequest) {
  const part = count(tranche + 1);
  if (asked?.payableFrom != null) return shareWords.askedAgreed(part, dateTime(asked.payableFrom));
  if (asked !== null) return shareWords.askedWaits(part, dateTime(asked.until));
  return askableFrom > 0 ? shareWords.askedStopped(part, dateTime(askableFrom)) : shareWords.askedNothing;
}
