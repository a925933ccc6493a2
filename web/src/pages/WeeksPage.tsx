import { Link } from "@tanstack/react-router";
import { usePrefetchQuery, useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import type { Address } from "viem";
import { Page } from "../components/Page.tsx";
import { Loaded } from "../components/Loaded.tsx";
import { Skeleton } from "../components/Skeleton.tsx";
import { useSay } from "../content/useSay.ts";
import { hoursWords } from "../content/words/hours.ts";
import { combined } from "../chain/combined.ts";
import { dividendsQuery } from "../chain/shares/dividendsQuery.ts";
import { personQuery } from "../chain/members/personQuery.ts";
import { townsQuery } from "../chain/members/townsQuery.ts";
import { useSystem } from "../chain/useSystem.ts";
import { FormerHours } from "../features/hours/FormerHours.tsx";
import { MemberHours } from "../features/hours/MemberHours.tsx";
import { StandingNotice } from "../features/hours/StandingNotice.tsx";
import { ConnectFirst } from "../transactions/wallet/ConnectFirst.tsx";
import { useWalletState } from "../transactions/wallet/walletStore.ts";

const NotMember = lazy(() => import("../features/hours/NotMember.tsx").then((part) => ({ default: part.NotMember })));
// Few people have a second number, and nobody waits for what happened long ago.
const FormerNumbers = lazy(() =>
  import("../features/hours/FormerNumbers.tsx").then((module) => ({ default: module.FormerNumbers })),
);

/** What the connected person worked, week by week, what it earned, and the button that pays it. */
export function WeeksPage() {
  const say = useSay();
  const { wallet, isRestoring } = useWalletState();
  if (wallet !== null) return <WeeksOf key={wallet.address} wallet={wallet.address} />;
  return (
    <Page title={say(hoursWords.title)}>
      {isRestoring ? (
        <Skeleton lines={4} />
      ) : (
        <ConnectFirst title={say(hoursWords.connectTitle)} help={say(hoursWords.connectHelp)} />
      )}
    </Page>
  );
}

function WeeksOf({ wallet }: { wallet: Address }) {
  const say = useSay();
  const system = useSystem();
  usePrefetchQuery(dividendsQuery(system, wallet)); // what the claim pays besides is read beside the weeks
  const read = combined([useQuery(personQuery(system, wallet)), useQuery(townsQuery(system))]);
  const [someone, towns] = read.data ?? [];
  const town = towns?.find(({ id }) => id === someone?.town) ?? null;
  const elsewhere = towns !== undefined && (
    <>
      <Suspense>
        <FormerNumbers wallet={wallet}>
          {(former) => (
            <FormerHours key={`${former.town}.${former.number}`} towns={towns} wallet={wallet} former={former} />
          )}
        </FormerNumbers>
      </Suspense>
      <Link to="/decisions" className="inline-block py-2">
        {say(hoursWords.toDecisions)}
      </Link>
    </>
  );
  if (someone !== undefined && someone.number > 0 && town !== null) {
    const { number } = someone;
    const notice = <StandingNotice person={someone} town={town} />;
    return (
      <MemberHours town={town} member={{ town: town.id, number, wallet }} notice={notice}>
        {elsewhere}
      </MemberHours>
    );
  }
  return (
    <Page title={say(hoursWords.title)}>
      <Loaded query={read}>
        {([person]) => (
          <Suspense fallback={<Skeleton lines={4} />}>
            <NotMember person={person} wallet={wallet} town={town} />
          </Suspense>
        )}
      </Loaded>
      {elsewhere}
    </Page>
  );
}
