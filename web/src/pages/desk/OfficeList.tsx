import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { combined } from "../../chain/combined.ts";
import { townsQuery } from "../../chain/members/townsQuery.ts";
import { officesQuery } from "../../chain/roles/officesQuery.ts";
import { useSystem } from "../../chain/useSystem.ts";
import { Card } from "../../components/Card.tsx";
import { Loaded } from "../../components/Loaded.tsx";
import { useSay } from "../../content/useSay.ts";
import { deskWords } from "../../content/words/desk.ts";
import { OfficeCard } from "../../features/roles/OfficeCard.tsx";

/** The offices that a wallet holds, and what waits for them in each. */
export function OfficeList({ wallet }: { wallet: Address }) {
  const say = useSay();
  const system = useSystem();
  const read = combined([useQuery(officesQuery(system, wallet)), useQuery(townsQuery(system))]);
  return (
    <Loaded query={read} lines={4}>
      {([offices, towns]) =>
        offices.length === 0 ? (
          <Card title={say(deskWords.none)}>
            <p className="max-w-prose">{say(deskWords.noneHelp)}</p>
          </Card>
        ) : (
          offices.map((office) => <OfficeCard key={office.kind} office={office} towns={towns} />)
        )
      }
    </Loaded>
  );
}
