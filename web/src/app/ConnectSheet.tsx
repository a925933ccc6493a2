import { lazy, Suspense, useState, useSyncExternalStore } from "react";
import type { Connector } from "wagmi";
import { connect, getConnectors, watchConnectors } from "wagmi/actions";
import { Button } from "../components/Button.tsx";
import { Notice } from "../components/Notice.tsx";
import { Sheet } from "../components/Sheet.tsx";
import { describeError } from "../content/errors/describeError.ts";
import { useSay } from "../content/useSay.ts";
import { walletWords } from "../content/words/wallet.ts";
import { useSystem } from "../chain/useSystem.ts";
import { forgetWallet, wagmiOf } from "../transactions/wallet/wagmi.ts";
import { setWalletState, useWallet } from "../transactions/wallet/walletStore.ts";

/** Only a build for the demo has people to act as. */
const DemoPeople =
  import.meta.env.MODE === "demo"
    ? lazy(async () => ({ default: (await import("./demo/DemoPeople.tsx")).DemoPeople }))
    : null;

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

function WalletList() {
  const say = useSay();
  const config = wagmiOf(useSystem());
  const connectors = useSyncExternalStore(
    (onChange) => watchConnectors(config, { onChange }),
    () => getConnectors(config),
  );
  const [trying, setTrying] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function choose(connector: Connector): Promise<void> {
    setTrying(connector.uid);
    setProblem(null);
    try {
      await connect(config, { connector });
    } catch (error) {
      setProblem(say(describeError(error)));
    }
    setTrying(null);
  }

  return (
    <>
      <p className="text-soft text-sm">{say(walletWords.whatFor)}</p>
      {connectors.length === 0 && (
        <Notice kind="info" title={say(walletWords.none)}>
          {say(walletWords.noneHelp)}
        </Notice>
      )}
      <ul className="space-y-2">
        {connectors.map((connector) => (
          <li key={connector.uid}>
            <Button
              look="second"
              className="w-full !justify-start"
              isBusy={trying === connector.uid}
              onClick={() => void choose(connector)}
            >
              {connector.icon !== undefined && <img src={connector.icon} alt="" className="size-7 rounded" />}
              {say(walletWords.connectWith(connector.name))}
            </Button>
            {trying === connector.uid && (
              <p role="status" className="text-soft mt-1 text-sm">
                {say(walletWords.waiting(connector.name))}
              </p>
            )}
          </li>
        ))}
      </ul>
      {problem !== null && (
        <Notice kind="bad" isLive>
          {problem}
        </Notice>
      )}
    </>
  );
}
