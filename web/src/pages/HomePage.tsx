import { Page } from "../components/Page.tsx";
import { VerifyInvite } from "../components/VerifyInvite.tsx";
import { homeWords } from "../content/words/home.ts";
import { useSay } from "../content/useSay.ts";
import { BelieveCard } from "../features/home/BelieveCard.tsx";
import { HomeHero } from "../features/home/HomeHero.tsx";
import { ThreeDoors } from "../features/home/ThreeDoors.tsx";
import { TownList } from "../features/towns/TownList.tsx";

/** The entrance: what this is, what a person can do, why to believe it, and the towns. */
export function HomePage() {
  const say = useSay();
  return (
    <Page title={say(homeWords.towns)} sign={<HomeHero />}>
      <ThreeDoors />
      <TownList />
      <BelieveCard />
      <VerifyInvite />
    </Page>
  );
}
