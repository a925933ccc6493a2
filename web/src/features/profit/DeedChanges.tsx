import { useQuery } from "@tanstack/react-query";
import { deedChangesQuery } from "../../chain/decisions/deedChangesQuery.ts";
import type { Town } from "../../chain/members/Town.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Card } from "../../components/Card.tsx";
import { DeedMeter } from "../../components/DeedMeter.tsx";
import { dateTime } from "../../content/format.ts";
import { useSay } from "../../content/useSay.ts";
import { decisionWords } from "../../content/words/decisions.ts";
import { projectWords } from "../../content/words/projects.ts";

/** The businesses of a town that will share their profit in another way; nothing where there are none. */
export function DeedChanges({ town }: { town: Town }) {
  const say = useSay();
  const { data: changes = [] } = useQuery(deedChangesQuery(useSystem(), town.id));
  if (changes.length === 0) return null;
  return (
    <Card title={say(decisionWords.deeds(town.name))}>
      <ul className="space-y-5">
        {changes.map(({ business: { id, number, metadata }, deed, inForceFrom }) => (
          <li key={id} className="space-y-3">
            <p>
              {say(decisionWords.deedOf(metadata?.title ?? say(projectWords.untitled(number))))}{" "}
              {say(inForceFrom === 0 ? decisionWords.deedWaits : decisionWords.deedFrom(dateTime(inForceFrom)))}
            </p>
            <DeedMeter deed={deed} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
