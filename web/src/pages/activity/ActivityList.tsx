import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Address } from "viem";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { Skeleton } from "../../components/Skeleton.tsx";
import { Unreachable } from "../../components/Unreachable.tsx";
import { useSay } from "../../content/useSay.ts";
import { activityWords } from "../../content/words/activity.ts";
import { activityQuery } from "../../chain/activity/activityQuery.ts";
import { shareTokensQuery } from "../../chain/shares/shareTokensQuery.ts";
import { townsQuery } from "../../chain/members/townsQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { ActivityRow } from "./ActivityRow.tsx";

const PAGE = 25;

/** What happened to a wallet, newest first, a page at a time. */
export function ActivityList({ wallet }: { wallet: Address }) {
  const say = useSay();
  const system = useSystem();
  const [shown, setShown] = useState(PAGE);
  const activity = useQuery(activityQuery(system, wallet));
  const tokens = useQuery(shareTokensQuery(system));
  const towns = useQuery(townsQuery(system));
  const all = [activity, tokens, towns];
  if (all.some(({ isError }) => isError))
    return <Unreachable retry={() => all.forEach((query) => void query.refetch())} />;
  if (activity.data === undefined || tokens.data === undefined || towns.data === undefined)
    return <Skeleton lines={8} />;
  if (activity.data.length === 0) return <NothingYet />;

  const rest = activity.data.length - shown;
  const names = { tokens: tokens.data, towns: towns.data };
  return (
    <Card title={say(activityWords.listTitle)}>
      <p className="text-soft text-sm">{say(activityWords.intro)}</p>
      <ul className="divide-line divide-y">
        {activity.data.slice(0, shown).map((entry) => (
          <ActivityRow key={`${entry.block}.${entry.index}`} activity={entry} names={names} />
        ))}
      </ul>
      {rest > 0 && (
        <Button look="second" className="mt-4 w-full" onClick={() => setShown(shown + PAGE)}>
          {say(activityWords.showMore(rest))}
        </Button>
      )}
    </Card>
  );
}

function NothingYet() {
  const say = useSay();
  return (
    <Card title={say(activityWords.empty)}>
      <p className="mb-3">{say(activityWords.emptyHelp)}</p>
      <Link to="/">{say(activityWords.toTowns)}</Link>
    </Card>
  );
}
