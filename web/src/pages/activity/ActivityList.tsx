import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Address } from "viem";
import { Card } from "../../components/Card.tsx";
import { InPages } from "../../components/InPages.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { useSay } from "../../content/useSay.ts";
import { activityWords } from "../../content/words/activity.ts";
import { combined } from "../../chain/combined.ts";
import { activityQuery } from "../../chain/activity/activityQuery.ts";
import { shareTokensQuery } from "../../chain/shares/shareTokensQuery.ts";
import { townsQuery } from "../../chain/members/townsQuery.ts";
import { usePast } from "../../chain/past/usePast.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { ActivityRow } from "./ActivityRow.tsx";

/** What happened to a wallet, newest first, a page at a time. */
export function ActivityList({ wallet }: { wallet: Address }) {
  const say = useSay();
  const system = useSystem();
  const activity = usePast(activityQuery(system, wallet));
  const tokensRead = useQuery(shareTokensQuery(system));
  const townsRead = useQuery(townsQuery(system));
  return (
    <Loaded query={combined([activity, tokensRead, townsRead])} lines={8}>
      {([all, tokens, towns]) =>
        all.length === 0 ? (
          <NothingYet />
        ) : (
          <Card title={say(activityWords.listTitle)}>
            <p className="text-soft text-sm">{say(activityWords.intro)}</p>
            <InPages items={all}>
              {(shown) => (
                <ul className="divide-line divide-y">
                  {shown.map((entry) => (
                    <ActivityRow
                      key={`${entry.blockNumber}.${entry.logIndex}`}
                      activity={entry}
                      names={{ tokens, towns }}
                    />
                  ))}
                </ul>
              )}
            </InPages>
          </Card>
        )
      }
    </Loaded>
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
