import { useQuery } from "@tanstack/react-query";
import { townWorkQuery } from "../../../chain/roles/townWorkQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { Card } from "../../../components/Card.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { Notice } from "../../../components/Notice.tsx";
import { count } from "../../../content/format.ts";
import { peopleWords } from "../../../content/words/people.ts";
import { useSay } from "../../../content/useSay.ts";

/** How many new people the town's registrars can still add this week. */
export function LimitCard({ town }: { town: number }) {
  const say = useSay();
  const query = useQuery(townWorkQuery(useSystem(), town));
  return (
    <Card title={say(peopleWords.limit)}>
      <Loaded query={query} lines={2}>
        {({ isActive, addedThisWeek, limit: { aWeek } }) =>
          isActive ? (
            <>
              <p className="font-semibold">{say(peopleWords.left(Math.max(0, aWeek - addedThisWeek)))}</p>
              <p className="text-soft text-sm">{say(peopleWords.leftHelp(count(addedThisWeek), count(aWeek)))}</p>
            </>
          ) : (
            <Notice kind="warn">{say(peopleWords.resting)}</Notice>
          )
        }
      </Loaded>
    </Card>
  );
}
