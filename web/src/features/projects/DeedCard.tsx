import { useQuery } from "@tanstack/react-query";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { projectWords } from "../../content/words/projects.ts";
import { useSay } from "../../content/useSay.ts";
import { deedQuery } from "../../chain/profit/deedQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { DeedFacts } from "./DeedFacts.tsx";

/** How a business shares its profit, and whether that can still change. */
export function DeedCard({ business }: { business: bigint }) {
  const say = useSay();
  const query = useQuery(deedQuery(useSystem(), business));
  return (
    <Card title={say(projectWords.deed)}>
      <Loaded query={query} lines={2}>
        {(deed) => <DeedFacts deed={deed} />}
      </Loaded>
    </Card>
  );
}
