import { AddressText } from "../../components/AddressText.tsx";
import { Card } from "../../components/Card.tsx";
import { roleName } from "../../content/errors/roleName.ts";
import { count, dateTime } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { waitingWords } from "../../content/words/waiting.ts";
import type { Waiting } from "../../chain/members/waitingQuery.ts";

/** The keys that were named, and the limit that is to be raised, with the day until which each waits. */
export function WaitingList({ waiting, explorer }: { waiting: Waiting; explorer: string | null }) {
  const say = useSay();
  const { namings, limit } = waiting;
  return (
    <Card title={say(waitingWords.title)}>
      <p className="text-sm">{say(waitingWords.help)}</p>
      <ul className="divide-line mt-2 divide-y">
        {namings.map(({ role, wallet, until }) => (
          <li key={`${role}${wallet}`} className="space-y-1 py-3 text-sm">
            <p>{say(waitingWords.named(roleName(role)))}</p>
            <AddressText address={wallet} explorer={explorer} />
            <p className="text-soft">{say(waitingWords.until(dateTime(until)))}</p>
          </li>
        ))}
        {limit.raise !== null && (
          <li className="space-y-1 py-3 text-sm">
            <p>{say(waitingWords.raise(count(limit.raise.aWeek), count(limit.aWeek)))}</p>
            <p className="text-soft">{say(waitingWords.until(dateTime(limit.raise.until)))}</p>
          </li>
        )}
      </ul>
    </Card>
  );
}
