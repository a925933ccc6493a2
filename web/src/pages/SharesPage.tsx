import { Link } from "@tanstack/react-router";
import { Page } from "../components/Page.tsx";
import { Skeleton } from "../components/Skeleton.tsx";
import { holdingWords } from "../content/words/holdings.ts";
import { useSay } from "../content/useSay.ts";
import { HoldingList } from "../features/shares/holdings/HoldingList.tsx";
import { PastLine } from "./past/PastLine.tsx";
import { ConnectFirst } from "../transactions/wallet/ConnectFirst.tsx";
import { useWalletState } from "../transactions/wallet/walletStore.ts";

/** What the person of the connected wallet owns, and the dividends of it. */
export function SharesPage() {
  const say = useSay();
  const { wallet, isRestoring } = useWalletState();
  return (
    <Page title={say(holdingWords.title)}>
      {wallet !== null && <PastLine />}
      {wallet !== null && <HoldingList key={wallet.address} holder={wallet.address} />}
      {wallet !== null && (
        <Link to="/decisions" className="inline-block py-2">
          {say(holdingWords.toDecisions)}
        </Link>
      )}
      {wallet === null && isRestoring && <Skeleton lines={5} />}
      {wallet === null && !isRestoring && (
        <ConnectFirst title={say(holdingWords.connectTitle)} help={say(holdingWords.connectHelp)} />
      )}
    </Page>
  );
}
