import { Page } from "../components/Page.tsx";
import { Skeleton } from "../components/Skeleton.tsx";
import { useSay } from "../content/useSay.ts";
import { activityWords } from "../content/words/activity.ts";
import { PastLine } from "./past/PastLine.tsx";
import { ActivityList } from "./activity/ActivityList.tsx";
import { ConnectFirst } from "../transactions/wallet/ConnectFirst.tsx";
import { useWalletState } from "../transactions/wallet/walletStore.ts";

/** What the connected wallet bought, claimed, sent and received. What is still under way stands above every page. */
export function ActivityPage() {
  const say = useSay();
  const { wallet, isRestoring } = useWalletState();
  return (
    <Page title={say(activityWords.title)}>
      <PastLine />
      {wallet !== null && <ActivityList key={wallet.address} wallet={wallet.address} />}
      {wallet === null && isRestoring && <Skeleton lines={4} />}
      {wallet === null && !isRestoring && (
        <ConnectFirst title={say(activityWords.connectTitle)} help={say(activityWords.connectHelp)} />
      )}
    </Page>
  );
}
