import { lazy, Suspense } from "react";
import { Button } from "../components/Button.tsx";
import { Sheet } from "../components/Sheet.tsx";
import { useSay } from "../content/useSay.ts";
import { walletWords } from "../content/words/wallet.ts";
import { useSystem } from "../chain/useSystem.ts";
import { OfficeLine } from "../features/roles/OfficeLine.tsx";
import { forgetWallet } from "../transactions/wallet/wagmi.ts";
import { setWalletState, useWallet } from "../transactions/wallet/walletStore.ts";
import { WalletList } from "./WalletList.tsx";

/** Only a build for the demo has people to act as. */
const DemoPeople =
  import.meta.env.MODE === "demo"
    ? lazy(async () => ({ default: (await import("./demo/DemoPeople.tsx")).DemoPeople }))
    : null;

const YourCode = lazy(async () => ({ default: (await import("./YourCode.tsx")).YourCode }));

/** The wallets that announced themselves, the one that is connected, and on a local chain the demo's people. */
export function ConnectSheet() {
  const say = useSay();
  const wallet = useWallet();
  const system = useSystem();
  const close = () => setWalletState({ isChoosing: false });
  const people = DemoPeople !== null && (
    <Suspense>
      <DemoPeople />
    </Suspense>
  );
  return (
    <Sheet title={say(wallet === null ? walletWords.choose : walletWords.yours)} isOpen onClose={close}>
      <div className="space-y-4">
        {wallet === null ? (
          <>
            {people}
            <WalletList />
          </>
        ) : (
          <>
            <p>
              {wallet.name}
              <span className="figures block text-sm break-all">{wallet.address}</span>
            </p>
            <OfficeLine wallet={wallet.address} />
            <Suspense>
              <YourCode wallet={wallet.address} />
            </Suspense>
            <Button look="second" className="w-full" onClick={() => void forgetWallet(system)}>
              {say(walletWords.disconnect)}
            </Button>
            {people}
          </>
        )}
      </div>
    </Sheet>
  );
}
