import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Address } from "viem";
import { Card } from "../../../components/Card.tsx";
import { Loaded } from "../../../components/Loaded.tsx";
import { useSay } from "../../../content/useSay.ts";
import { holdingWords } from "../../../content/words/holdings.ts";
import { holdingsQuery } from "../../../chain/shares/holdingsQuery.ts";
import { useSystem } from "../../../chain/useSystem.ts";
import { HoldingCard } from "./HoldingCard.tsx";
import { HoldingTotals } from "./HoldingTotals.tsx";

/** Everything somebody owns: the sums, then a card for each business. */
export function HoldingList({ holder }: { holder: Address }) {
  const query = useQuery(holdingsQuery(useSystem(), holder));
  return (
    <Loaded query={query} lines={8}>
      {(holdings) =>
        holdings.length === 0 ? (
          <NoShares />
        ) : (
          <>
            <HoldingTotals holdings={holdings} />
            {holdings.map((holding) => (
              <HoldingCard key={holding.token.address} holding={holding} />
            ))}
          </>
        )
      }
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
