import { useQuery } from "@tanstack/react-query";
import { requestQuery } from "../../../chain/shares/requestQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Card } from "../../../components/Card.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { shareWords } from "../../../content/words/shares.ts";
import { useSay } from "../../../content/useSay.ts";
import { VoteList } from "./VoteList.tsx";

/** What the owners of a sale's shares decide now. */
export function VotesCard({ offering }: { offering: bigint }) {
  const say = useSay();
  const query = useQuery(requestQuery(useSystem(), offering));
  return (
    <Card title={say(shareWords.votes)}>
      <Loaded query={query} lines={3}>
        {(request) => <VoteList request={request} />}
      </Loaded>
      <p className="text-soft mt-4 text-sm">{say(shareWords.votesHelp)}</p>
    </Card>
  );
}
