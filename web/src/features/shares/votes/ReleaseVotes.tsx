import type { ReleaseDecision } from "../../../chain/decisions/releaseDecisionsQuery.ts";
import { Card } from "../../../components/Card.tsx";
import { useSay } from "../../../content/useSay.ts";
import { decisionWords } from "../../../content/words/decisions.ts";
import { ReleaseVote } from "./ReleaseVote.tsx";

/** What somebody's shares decide on: for each business, the money of its sale that is still to be paid out. */
export function ReleaseVotes({ decisions }: { decisions: readonly ReleaseDecision[] }) {
  const say = useSay();
  return (
    <Card title={say(decisionWords.releases)}>
      <p className="text-soft text-sm">
        {say(decisions.length === 0 ? decisionWords.noReleases : decisionWords.releasesHelp)}
      </p>
      <ul className="divide-line divide-y">
        {decisions.map((decision) => (
          <ReleaseVote key={decision.token.address} decision={decision} />
        ))}
      </ul>
    </Card>
  );
}
