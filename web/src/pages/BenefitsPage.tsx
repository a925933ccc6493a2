import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { combined } from "../chain/combined.ts";
import { personQuery } from "../chain/members/personQuery.ts";
import { townsQuery } from "../chain/members/townsQuery.ts";
import { useSystem } from "../chain/useSystem.ts";
import { Card } from "../components/Card.tsx";
import { Loaded } from "../components/Loaded.tsx";
import { Page } from "../components/Page.tsx";
import { Skeleton } from "../components/Skeleton.tsx";
import { useSay } from "../content/useSay.ts";
import { benefitWords } from "../content/words/benefits.ts";
import { FetchList } from "../features/hours/benefits/FetchList.tsx";
import { ConnectFirst } from "../transactions/wallet/ConnectFirst.tsx";
import { useWalletState } from "../transactions/wallet/walletStore.ts";

/** What the connected person may fetch for their weeks: where, until when, and the code to show for it. */
export function BenefitsPage() {
  const say = useSay();
  const { wallet, isRestoring } = useWalletState();
  return (
    <Page title={say(benefitWords.title)}>
      {wallet !== null && <BenefitsOf key={wallet.address} wallet={wallet.address} />}
      {wallet === null && isRestoring && <Skeleton lines={4} />}
      {wallet === null && !isRestoring && (
        <ConnectFirst title={say(benefitWords.connectTitle)} help={say(benefitWords.connectHelp)} />
      )}
    </Page>
  );
}

function BenefitsOf({ wallet }: { wallet: Address }) {
  const say = useSay();
  const system = useSystem();
  const read = combined([useQuery(personQuery(system, wallet)), useQuery(townsQuery(system))]);
  return (
    <Loaded query={read} lines={6}>
      {([person, towns]) => {
        const town = towns.find(({ id }) => id === person.town);
        if (town === undefined || person.number === 0 || person.successor !== null)
          return (
            <Card>
              <p>{say(benefitWords.notMember)}</p>
            </Card>
          );
        return <FetchList town={town} member={{ town: town.id, number: person.number, wallet }} />;
      }}
    </Loaded>
  );
}
