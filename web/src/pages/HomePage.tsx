import { lazy, Suspense } from "react";
import { Page } from "../components/Page.tsx";
import { VerifyInvite } from "../components/VerifyInvite.tsx";
import { homeWords } from "../content/words/home.ts";
import { useSay } from "../content/useSay.ts";
import { BelieveCard } from "../features/home/BelieveCard.tsx";
import { HomeHero } from "../features/home/HomeHero.tsx";
import { ThreeDoors } from "../features/home/ThreeDoors.tsx";
import { TownList } from "../features/towns/TownList.tsx";
import { useWallet } from "../transactions/wallet/walletStore.ts";

// Who holds no office misses nothing, also where it does not come.
const OfficeLine = lazy(async () => {
  const code = await import("../features/roles/OfficeLine.tsx").catch(() => null);
  return { default: code?.OfficeLine ?? (() => null) };
});

/** The entrance: what this is, what a person can do, why to believe it, and the towns. */
export function HomePage() {
  const say = useSay();
  const wallet = useWallet();
  const sign = (
    <>
      <Suspense>{wallet !== null && <OfficeLine wallet={wallet.address} />}</Suspense>
      <HomeHero />
    </>
  );
  return (
    <Page title={say(homeWords.towns)} sign={sign}>
      <ThreeDoors />
      <TownList />
      <BelieveCard />
      <VerifyInvite />
    </Page>
  );
}
