import { lazy, Suspense } from "react";
import { Page } from "../components/Page.tsx";
import { Skeleton } from "../components/Skeleton.tsx";
import { useSay } from "../content/useSay.ts";
import { decisionPageWords } from "../content/words/decisionPage.ts";
import { ConnectFirst } from "../transactions/wallet/ConnectFirst.tsx";
import { useWalletState } from "../transactions/wallet/walletStore.ts";

// Nothing is decided without a wallet.
const Decisions = lazy(() => import("./decisions/Decisions.tsx").then((part) => ({ default: part.Decisions })));

/** All that touches the connected person and is still to be decided, and what they can say to it. */
export function DecisionsPage() {
  const say = useSay();
  const { wallet, isRestoring } = useWalletState();
  return (
    <Page title={say(decisionPageWords.title)}>
      {wallet !== null && (
        <Suspense fallback={<Skeleton lines={12} />}>
          <Decisions key={wallet.address} wallet={wallet.address} />
        </Suspense>
      )}
      {wallet === null && isRestoring && <Skeleton lines={12} />}
      {wallet === null && !isRestoring && (
        <ConnectFirst title={say(decisionPageWords.connectTitle)} help={say(decisionPageWords.connectHelp)} />
      )}
    </Page>
  );
}
