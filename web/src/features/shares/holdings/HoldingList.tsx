import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Address } from "viem";
import { Card } from "../../../components/Card.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { useSay } from "../../../content/useSay.ts";
import { holdingWords } from "../../../content/words/holdings.ts";
import { combined } from "../../../chain/combined.ts";
import { townsQuery } from "../../../chain/members/townsQuery.ts";
import { usePast } from "../../../chain/past/usePast.ts";
import { holdingsPastQuery } from "../../../chain/shares/holdingsPastQuery.ts";
import { holdingsQuery } from "../../../chain/shares/holdingsQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { HoldingCard } from "./HoldingCard.tsx";
import { HoldingTotals } from "./HoldingTotals.tsx";

/** Everything somebody owns: the sums, then a card for each business; at the end, once read, what they owned before. */
export function HoldingList({ holder }: { holder: Address }) {
  const say = useSay();
  const system = useSystem();
  const past = usePast(holdingsPastQuery(system, holder));
  const formerly = Object.keys(past.data ?? {}).sort() as Address[];
  const query = useQuery({ ...holdingsQuery(system, holder, formerly), placeholderData: keepPreviousData });
  const towns = useQuery(townsQuery(system)); // names who may get shares
  return (
    <Loaded query={combined([query, towns])} lines={8}>
      {([all]) => {
        const holdings = all.map((holding) => ({ ...holding, past: past.data?.[holding.token.address] }));
        const isNow = ({ held, claimable, kept }: (typeof all)[number]) => held > 0n || claimable > 0n || kept > 0n;
        const sorted = [...holdings.filter(isNow), ...holdings.filter((holding) => !isNow(holding))];
        return (
          <>
            {holdings.length > 0 && <HoldingTotals holdings={holdings} />}
            {holdings.length === 0 && past.data !== undefined && <NoShares />}
            {sorted.map((holding) => (
              <HoldingCard key={holding.token.address} holding={holding} past={past} />
            ))}
            {past.data === undefined && (
              <Card title={say(holdingWords.before)}>
                <Loaded query={past}>{() => null}</Loaded>
              </Card>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function NoShares() {
  const say = useSay();
  return (
    <Card title={say(holdingWords.emptyTitle)}>
      <p className="mb-3 max-w-prose">{say(holdingWords.emptyHelp)}</p>
      <Link to="/">{say(holdingWords.toTowns)}</Link>
    </Card>
  );
}
