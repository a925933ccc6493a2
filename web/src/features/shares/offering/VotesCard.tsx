import { Link } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import type { Offering } from "../../../chain/shares/offeringQuery.ts";
import { requestQuery } from "../../../chain/shares/requestQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { CalendarButton } from "../../../components/CalendarButton.tsx";
import { Card } from "../../../components/Card.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { count } from "../../../content/format.ts";
import { reminderWords } from "../../../content/words/reminders.ts";
import { shareWords } from "../../../content/words/shares.ts";
import { useSay } from "../../../content/useSay.ts";
import { VoteList } from "./VoteList.tsx";

/** What the owners of a sale's shares decide now. */
export function VotesCard({ offering: { id, name } }: { offering: Pick<Offering, "id" | "name"> }) {
  const say = useSay();
  const system = useSystem();
  const query = useQuery(requestQuery(system, id));
  const at = query.data?.asked?.payableFrom ?? null;
  const tranche = query.data?.tranche ?? 0;
  const reminder = at !== null && {
    id: `offering-${id}-tranche-${tranche}`,
    at,
    title: say(reminderWords.tranche(name, count(tranche + 1))),
    details: say(reminderWords.trancheHelp),
    page: `/offering/${id}`,
  };
  return (
    <Card title={say(shareWords.votes)}>
      <Loaded query={query} lines={3}>
        {(request) => <VoteList request={request} />}
      </Loaded>
      {reminder && <CalendarButton reminders={[reminder]} origin={system.deployment.startBlockHash} />}
      <p className="text-soft mt-4 text-sm">{say(shareWords.votesHelp)}</p>
      <Link to="/decisions" className="inline-block py-2">
        {say(shareWords.toDecisions)}
      </Link>
    </Card>
  );
}
